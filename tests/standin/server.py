"""The stand-in over HTTP: calls are read, checked, executed and recorded."""

import asyncio
import json
from typing import TYPE_CHECKING, Any

from aiohttp import web
from aiohttp.web_request import FileField

from tests.standin.faults import Fault
from tests.standin.fields import METHODS as FIELDS
from tests.standin.methods import METHODS
from tests.standin.methods.sending import document
from tests.standin.parameters import Upload, parameters
from tests.standin.polling import Polling
from tests.standin.refusal import Refusal

if TYPE_CHECKING:
    from tests.standin import StandIn

Json = dict[str, Any]
NAMES = {name.lower(): name for name in FIELDS}
PAGE = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


class Server:
    """One listening socket on loopback; the port stays the same when it goes down and up again."""

    def __init__(self, standin: "StandIn") -> None:
        self.standin = standin
        self.polling = Polling(standin)
        self.port = 0
        self.runner: web.AppRunner | None = None
        self.listener: asyncio.Server | None = None
        self.handlers: list[web.RequestHandler] = []

    async def start(self) -> None:
        """Listen."""
        application = web.Application(client_max_size=50 * 2**20)
        application.router.add_route("*", "/bot{token}/{method}", self.call)
        application.router.add_get("/file/bot{token}/documents/{file}/{name}", self.file)
        self.runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self.runner.setup()
        loop = asyncio.get_running_loop()
        self.listener = await loop.create_server(
            self.accept, "127.0.0.1", self.port, reuse_address=True
        )
        self.port = self.listener.sockets[0].getsockname()[1]
        self.polling.start()

    async def stop(self) -> None:
        """Close every connection and stop listening."""
        self.polling.stop()
        if self.runner is None or self.listener is None:
            return
        # a connection that is being accepted while its listener closes would stay open, unserved
        asyncio.get_running_loop().remove_reader(self.listener.sockets[0].fileno())
        await asyncio.sleep(0.01)
        self.listener.close()
        await self.runner.cleanup()
        for handler in self.handlers:
            if handler.transport is not None:
                handler.transport.abort()
        self.handlers.clear()

    def accept(self) -> web.RequestHandler:
        """What handles one connection."""
        assert self.runner is not None
        assert self.runner.server is not None
        handler = self.runner.server()
        self.handlers.append(handler)
        return handler

    async def file(self, request: web.Request) -> web.Response:
        """A document's content."""
        if request.match_info["token"] != self.standin.token:
            return web.json_response(Refusal("", 401).json(), status=401)
        with self.standin.changed:
            _, content = document(self.standin, request.match_info["file"])
        return web.Response(body=content)

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One call of a method."""
        method = NAMES.get(request.match_info["method"].lower(), request.match_info["method"])
        given = await arguments(request)
        with self.standin.changed:
            faults = self.standin.faults.strike(method, given)
            self.standin.changed.notify_all()
        await asyncio.sleep(sum(fault.seconds for fault in faults))
        while any(fault.kind == "hold" and not fault.released for fault in faults):  # noqa: ASYNC110
            await asyncio.sleep(0.005)  # released from another thread
        status, body = 0, Json()
        if all(fault.kind not in ("refuse", "page", "cut") for fault in faults):
            status, body = await self.execute(request, method, given)
        for fault in faults:
            if fault.kind not in ("delay", "hold"):
                self.standin.record(method, given, struck=fault)
                return await self.spoiled(request, fault, status, body)
        return web.json_response(body, status=status)

    async def execute(self, request: web.Request, method: str, given: Json) -> tuple[int, Json]:
        """Do what is asked, or refuse; record which."""
        try:
            self.authorise(request.match_info["token"], method)
            result = await self.result(method, parameters(method, given), request)
        except Refusal as refusal:
            if request.transport is not None:
                self.standin.record(method, given, refusal=refusal)
            return refusal.code, refusal.json()
        except Exception as error:
            self.standin.mistakes.append(error)
            raise
        self.standin.record(method, given, result=result)
        return 200, {"ok": True, "result": result}

    def authorise(self, token: str, method: str) -> None:
        """The token is the bot's, and the method exists."""
        if token != self.standin.token:
            raise Refusal("", 401 if ":" in token else 404)
        if method not in FIELDS:
            raise Refusal("method not found", 404)

    async def result(self, method: str, given: Json, request: web.Request) -> Any:
        """What a method returns."""
        if method == "getUpdates":
            return await self.polling.get_updates(given, request)
        with self.standin.changed:
            if method in ("setWebhook", "deleteWebhook", "getWebhookInfo"):
                return self.polling.webhook(method, given)
            return METHODS[method](self.standin, given)

    async def spoiled(
        self, request: web.Request, fault: Fault, status: int, body: Json
    ) -> web.StreamResponse:
        """An answer with a fault in it."""
        text = json.dumps(body)
        if fault.refusal is not None:
            return web.json_response(fault.refusal.json(), status=fault.refusal.code)
        if fault.kind == "page":
            return web.Response(text=PAGE, content_type="text/html", status=502)
        if fault.kind == "truncate":
            text = text[: len(text) // 2]
            return web.Response(text=text, content_type="application/json", status=status)
        response = web.StreamResponse(status=status or 200)
        if fault.kind == "short":
            response.content_length = len(text)
            await response.prepare(request)
            await response.write(text[: len(text) // 2].encode())
        if request.transport is not None:
            request.transport.abort()
        return response


async def arguments(request: web.Request) -> Json:
    """Arguments from the address, a form, an upload or a JSON body."""
    given: Json = dict(request.query)
    if request.content_type == "application/json":
        body = await request.text()
        return given | (json.loads(body) if body else {})
    for name, value in (await request.post()).items():
        if isinstance(value, FileField):
            given[name] = Upload(value.filename, value.file.read())
        elif isinstance(value, (bytes, bytearray)):
            given[name] = value.decode()
        else:
            given[name] = value
    return given

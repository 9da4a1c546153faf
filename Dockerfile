# Two stages: what builds stays behind. The image runs as nobody in particular, with a read-only
# root; only /var/lib/glossary-bot is written to.
ARG PYTHON=3.11

FROM python:${PYTHON}-slim AS build
WORKDIR /src
RUN python -m venv /opt/glossary-bot
COPY requirements.txt ./
RUN /opt/glossary-bot/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot ./bot
RUN /opt/glossary-bot/bin/pip install --no-cache-dir --no-deps .

FROM python:${PYTHON}-slim
COPY --from=build /opt/glossary-bot /opt/glossary-bot
COPY glossary.yaml /usr/share/glossary-bot/
RUN install -d -m 700 -o 10001 -g 10001 /var/lib/glossary-bot
ENV PATH=/opt/glossary-bot/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    STATE_DIRECTORY=/var/lib/glossary-bot \
    GLOSSARY=/usr/share/glossary-bot/glossary.yaml \
    LISTEN=0.0.0.0
USER 10001:10001
WORKDIR /var/lib/glossary-bot
VOLUME /var/lib/glossary-bot
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
    CMD ["glossary-bot", "health"]
ENTRYPOINT ["glossary-bot"]

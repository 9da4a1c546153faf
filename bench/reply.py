"""What every echo bot says: about as long as a card."""

TOKEN = "1:bench"  # opens nothing
SECRET = "bench-secret"  # of the webhook; nor does this
TEXT = (
    "Freedom Online Coalition (FOC)\n\nGroup of governments that work together to advance "
    "Internet freedom and human rights online worldwide, through diplomatic coordination, shared "
    "statements and exchange with civil society, companies and researchers.\n\n"
    "fi: Freedom Online Coalition\nko: 자유 온라인 연합"
)

"""Real PDFs for tests: sound, locked, damaged and made to harm."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas


def sound(*pages: str, size: tuple[float, float] = (612, 792), compress: int = 1) -> bytes:
    made = BytesIO()
    canvas = Canvas(made, pagesize=size, pageCompression=compress)
    for words in pages or ("Cedar canary",):
        canvas.setFont("Helvetica", 18)
        canvas.drawString(72, size[1] - 100, words)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def locked() -> bytes:
    writer, made = PdfWriter(), BytesIO()
    writer.append_pages_from_reader(PdfReader(BytesIO(sound())))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(made)
    return made.getvalue()

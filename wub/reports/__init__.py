"""What the register and the checkups add up to: figures, once, for page, workbook and command."""

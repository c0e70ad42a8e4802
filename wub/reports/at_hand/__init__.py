"""Today as a worker computed it and pages only read it, where a register is too large to wait for."""

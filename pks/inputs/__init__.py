"""Files that other programs wrote: workbooks, documents, CSV; read into plain grids of cells."""

"""Pages: how an address carries out an operation or shows a record, with the permission asked and the view recorded."""

# Filling in a form, wherever that is done.

filling-no-file = No file attached
filling-remove = Remove
filling-upload = Upload
filling-full = There is no room for another file here. To replace a file, remove it first.
filling-file-refused = "{ $name }": { $reason }

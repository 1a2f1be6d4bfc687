# How far a request has come in its process.

web-progress-title = The way of this request
web-progress-title-desk = Where the case stands in its process
web-progress-region = Picture of the way; it can be moved to the side
web-progress-desc = Each step is marked as done, present or not reached. The list below the picture says the same.
web-progress-list = The same as a list
web-progress-done = done
web-progress-now = now here
web-progress-ahead = not reached

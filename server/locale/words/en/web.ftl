# The frame that all pages share.

web-skip = Skip to the main content
web-directory = Host of service desks
web-surface-portal = Electronic service desk
web-surface-desk = Staff workspace
web-surface-admin = Admin console
web-surface-files = Documents
web-surface-directory = List of agencies
web-sign-out = Sign out
web-footer = This service also works with a screen reader and without JavaScript.
web-back = Back
web-change = Change
web-error-title = Error: { $title }
web-pages = Pages
web-page = Page { $number } of { $of }
web-previous = Previous
web-next = Next

## The warning before a session ends

web-session-title = Your session is about to end
web-session-text = You have not done anything for a while, so you will be signed out in two minutes. What you wrote has been saved.
web-session-stay = I want to continue
web-session-failed = The session could not be extended. Keep this page open, sign in again in another window and come back here.

## Forms

web-problems-title = Please put these right
web-problem = Error:
web-optional = (optional)
web-choose = Choose
web-day = Day
web-month = Month
web-year = Year
web-file-choose = Choose a file
web-file-choose-many = Choose files
web-file-none = No file chosen
web-draft-saving = Saving…
web-draft-saved = The draft is saved.
web-draft-unsaved = The draft could not be saved; try the "Save" button.

# The console of an agency's admins.

admin-nav-services = Services
admin-nav-services-text = The sheet and the form of each service, a preview, and publishing a new version
admin-nav-processes = Processes
admin-nav-processes-text = The steps in which the requests for each service are handled
admin-nav-organisation = Organisation
admin-nav-organisation-text = Units, positions and members of staff
admin-nav-notices = Notices
admin-nav-notices-text = The words of the text messages and e-mails that are sent to applicants
admin-nav-audit = Audit log
admin-nav-audit-text = Who did what, and when
admin-nav-tenants = Agencies
admin-nav-tenants-text = The agencies whose desks are hosted here, and how each is doing

## The first page

admin-home-title = Running the service desk
admin-to-desk = Go to the staff workspace
admin-no-right-title = The console is not open to you
admin-no-right-text = You have signed in, but none of your positions may change how this agency is set up. If your work needs it, ask the administrator of your agency's desk to appoint you to the administrator's position.

-- The console is a door of its own: a session says at which one it began, and opens no other. Null is
-- one that began before, or in a program that does not know of it: an applicant's at the portal, a
-- member's at the desk.
alter table sessions add column door text check (door in ('portal', 'desk', 'console'));

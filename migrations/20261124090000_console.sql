-- What the console adds: a door of its own, a chart that changes, words that are kept when they change.

-- A session says at which door it began, and opens no other. Null is one that began before, or in a
-- program that does not know of it: an applicant's at the portal, a member's at the desk.
alter table sessions add column door text check (door in ('portal', 'desk', 'console'));

-- What is closed stays, because history names it; nothing new comes before it.
alter table units add column closed_at timestamptz;
alter table positions add column closed_at timestamptz;

-- The words of a notice as they were before somebody changed them. Only grows.
create table notice_text_versions (
    tenant_id    uuid not null,
    kind         text not null,
    channel      text not null check (channel in ('sms', 'email')),
    lang         text not null check (lang in ('fa', 'en')),
    replaced_at  timestamptz not null,
    -- Nobody where the command line replaced them.
    replaced_by  uuid,
    subject      text,
    text         text not null,
    primary key (tenant_id, kind, channel, lang, replaced_at),
    foreign key (tenant_id, replaced_by) references staff (tenant_id, id)
);
call wall('notice_text_versions');

-- The audit log is read by time, newest first.
create index audit_lines_by_time on audit_lines (tenant_id, at desc, id desc);

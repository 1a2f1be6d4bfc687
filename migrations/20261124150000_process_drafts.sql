-- The next version of a process while it is being written.

create table process_drafts (
    tenant_id        uuid not null,
    id               uuid not null,
    key              text not null,
    -- What it was begun with; none when the process is new.
    base_version_id  uuid,
    -- As it was written, whether or not it could be read.
    xml              text not null check (octet_length(xml) <= 2097152),
    -- Grows with every save: whoever saves on top of an older one is told, not obeyed.
    rev              int not null default 1,
    updated_at       timestamptz not null,
    -- Nobody of the staff when the command line did it.
    updated_by       uuid,
    primary key (tenant_id, id),
    unique (tenant_id, key),
    foreign key (tenant_id, base_version_id) references process_versions (tenant_id, id),
    foreign key (tenant_id, updated_by) references staff (tenant_id, id)
);
call wall('process_drafts');

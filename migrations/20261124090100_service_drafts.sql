-- The next version of a service while it is being written, and who published the ones before it.

-- What an agency's admins are writing: sheet, form and process together, as they will be published.
create table service_drafts (
    tenant_id           uuid not null,
    service_id          uuid not null,
    sheet               jsonb not null,
    form                jsonb not null,
    process_version_id  uuid not null,
    -- Grows with every save: whoever saves on top of an older one is told, not obeyed.
    rev                 int not null default 1,
    -- Nobody of the staff when the command line did it.
    edited_by           uuid,
    edited_at           timestamptz not null,
    primary key (tenant_id, service_id),
    foreign key (tenant_id, service_id) references services (tenant_id, id),
    foreign key (tenant_id, process_version_id) references process_versions (tenant_id, id),
    foreign key (tenant_id, edited_by) references staff (tenant_id, id)
);
call wall('service_drafts');

alter table service_versions add column published_by uuid;
alter table service_versions add foreign key (tenant_id, published_by) references staff (tenant_id, id);

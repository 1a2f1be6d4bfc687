-- Services and the processes behind them. What was published is never changed, only followed.

-- A published process: its BPMN text and the graph compiled from it.
create table process_versions (
    tenant_id     uuid not null,
    id            uuid not null,
    key           text not null,
    version       int not null,
    bpmn_xml      text not null,
    graph         jsonb not null,
    sha256        bytea not null,
    state         text not null check (state in ('draft', 'published', 'retired')),
    published_at  timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, key, version)
);
call wall('process_versions');

-- A service of the agency's catalogue.
create table services (
    tenant_id   uuid not null,
    id          uuid not null,
    key         text not null,
    code        text,
    position    int not null default 0,
    state       text not null default 'open' check (state in ('open', 'closed')),
    version_id  uuid,
    primary key (tenant_id, id),
    unique (tenant_id, key)
);
call wall('services');

-- One published state of a service: identity sheet, form, process and promise together.
create table service_versions (
    tenant_id           uuid not null,
    id                  uuid not null,
    service_id          uuid not null,
    version             int not null,
    sheet               jsonb not null,
    form                jsonb not null,
    process_version_id  uuid not null,
    published_at        timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, service_id, version),
    foreign key (tenant_id, service_id) references services (tenant_id, id),
    foreign key (tenant_id, process_version_id) references process_versions (tenant_id, id)
);
call wall('service_versions');
alter table services add foreign key (tenant_id, version_id) references service_versions (tenant_id, id);

-- Units, positions and who holds them. A cartable belongs to the position, not to the person.

-- A unit of the agency's chart.
create table units (
    tenant_id  uuid not null,
    id         uuid not null,
    key        text not null,
    parent_id  uuid,
    title      jsonb not null,
    primary key (tenant_id, id),
    unique (tenant_id, key),
    foreign key (tenant_id, parent_id) references units (tenant_id, id)
);
call wall('units');

-- A post within a unit, with the roles it carries.
create table positions (
    tenant_id  uuid not null,
    id         uuid not null,
    key        text not null,
    unit_id    uuid not null,
    title      jsonb not null,
    phone      text,
    roles      text[] not null default '{}',
    primary key (tenant_id, id),
    unique (tenant_id, key),
    foreign key (tenant_id, unit_id) references units (tenant_id, id)
);
call wall('positions');
create index positions_by_role on positions using gin (roles);

-- Who holds a position, and from when until when.
create table members (
    tenant_id    uuid not null,
    position_id  uuid not null,
    staff_id     uuid not null,
    since        timestamptz not null,
    until        timestamptz,
    primary key (tenant_id, position_id, staff_id, since),
    foreign key (tenant_id, position_id) references positions (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id)
);
call wall('members');
create index members_of_staff on members (tenant_id, staff_id);

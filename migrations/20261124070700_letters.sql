-- The secretariat: register books and the letters entered in them.

-- A register book with its own counter and number pattern.
create table registers (
    tenant_id  uuid not null,
    id         uuid not null,
    key        text not null,
    kind       text not null check (kind in ('incoming', 'outgoing', 'internal')),
    title      jsonb not null,
    pattern    text not null,
    primary key (tenant_id, id),
    unique (tenant_id, key)
);
call wall('registers');

-- The last serial given in a register in a Jalali year. A row, not a sequence: the number and the
-- registration are one transaction, so no number is ever lost.
create table register_counters (
    tenant_id    uuid not null,
    register_id  uuid not null,
    jalali_year  int not null,
    last_serial  bigint not null,
    primary key (tenant_id, register_id, jalali_year),
    foreign key (tenant_id, register_id) references registers (tenant_id, id)
);
call wall('register_counters');

-- A letter entered in a register. A request is an incoming letter.
create table letters (
    tenant_id      uuid not null,
    id             uuid not null,
    register_id    uuid not null,
    jalali_year    int not null,
    serial         bigint not null,
    number         text not null,
    case_id        uuid not null,
    registered_by  uuid not null,
    registered_at  timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, register_id, jalali_year, serial),
    unique (tenant_id, number),
    foreign key (tenant_id, register_id) references registers (tenant_id, id),
    foreign key (tenant_id, case_id) references cases (tenant_id, id),
    foreign key (tenant_id, registered_by) references staff (tenant_id, id)
);
call wall('letters');
create index letters_of_case on letters (tenant_id, case_id);

-- Decision tables: what an agency decides by. What was published is never changed, only followed.

-- A published state of a decision, as DMN.
create table decision_versions (
    tenant_id     uuid not null,
    id            uuid not null,
    key           text not null,
    version       int not null,
    name          text not null,
    dmn_xml       text not null,
    sha256        bytea not null,
    -- Nobody of the staff when the command line did.
    published_by  uuid,
    published_at  timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, key, version),
    foreign key (tenant_id, published_by) references staff (tenant_id, id)
);
call wall('decision_versions');

-- The next version of a decision while it is being written, right or wrong.
create table decision_drafts (
    tenant_id  uuid not null,
    key        text not null,
    name       text not null,
    dmn_xml    text not null,
    -- Grows with every save: one made on an older state is refused.
    rev        int not null default 1,
    edited_by  uuid,
    edited_at  timestamptz not null,
    primary key (tenant_id, key),
    foreign key (tenant_id, edited_by) references staff (tenant_id, id)
);
call wall('decision_drafts');

-- Which version of each decision a process decides by: the newest of the day it was published.
create table process_decisions (
    tenant_id            uuid not null,
    process_version_id   uuid not null,
    key                  text not null,
    decision_version_id  uuid not null,
    primary key (tenant_id, process_version_id, key),
    foreign key (tenant_id, process_version_id) references process_versions (tenant_id, id),
    foreign key (tenant_id, decision_version_id) references decision_versions (tenant_id, id)
);
call wall('process_decisions');

-- Documents handed in, and requests for those that are missing. The bytes lie in the object store
-- under tenant/id.

-- A request to the applicant for named documents.
create table document_requests (
    tenant_id    uuid not null,
    id           uuid not null,
    case_id      uuid not null,
    items        jsonb not null,
    note_sealed  bytea not null,
    due_at       timestamptz not null,
    asked_by     uuid not null,
    asked_at     timestamptz not null,
    answered_at  timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references cases (tenant_id, id),
    foreign key (tenant_id, asked_by) references staff (tenant_id, id)
);
call wall('document_requests');
create index document_requests_of_case on document_requests (tenant_id, case_id, asked_at);

-- A document: staged when its bytes are safe, kept once a submission refers to it.
create table documents (
    tenant_id    uuid not null,
    id           uuid not null,
    draft_id     uuid,
    request_id   uuid,
    case_id      uuid,
    field        text not null,
    name_sealed  bytea not null,
    media_type   text not null,
    size         bigint not null check (size > 0),
    sha256       bytea not null,
    state        text not null default 'staged' check (state in ('staged', 'kept', 'dropped')),
    staged_at    timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, draft_id) references drafts (tenant_id, id),
    foreign key (tenant_id, request_id) references document_requests (tenant_id, id),
    foreign key (tenant_id, case_id) references cases (tenant_id, id),
    check (draft_id is not null or request_id is not null)
);
call wall('documents');
create index documents_of_draft on documents (tenant_id, draft_id) where draft_id is not null;
create index documents_of_request on documents (tenant_id, request_id) where request_id is not null;
create index documents_of_case on documents (tenant_id, case_id) where case_id is not null;

-- A right to fetch one document once, within a minute, from the files host.
create table tickets (
    tenant_id    uuid not null,
    token_hash   bytea not null,
    document_id  uuid not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    primary key (tenant_id, token_hash),
    foreign key (tenant_id, document_id) references documents (tenant_id, id)
);
call wall('tickets');

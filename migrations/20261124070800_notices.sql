-- What people are told. A notice is written in the transaction of what it tells of, and sent later.

-- The words of a notice, as the agency wrote them; {placeholders} come from a fixed list.
create table notice_texts (
    tenant_id  uuid not null,
    kind       text not null,
    channel    text not null check (channel in ('sms', 'email')),
    lang       text not null check (lang in ('fa', 'en')),
    subject    text,
    text       text not null,
    primary key (tenant_id, kind, channel, lang)
);
call wall('notice_texts');

-- One message to one address. The words were fixed when it was written.
create table notices (
    tenant_id       uuid not null,
    id              uuid not null,
    case_id         uuid,
    kind            text not null,
    channel         text not null check (channel in ('sms', 'email')),
    address_sealed  bytea not null,
    -- Wiped for one-time codes once sent or expired.
    text_sealed     bytea,
    state           text not null default 'queued' check (state in (
        'queued', 'sent', 'delivered', 'undelivered', 'rejected', 'expired')),
    reference       text,
    written_at      timestamptz not null,
    expires_at      timestamptz,
    settled_at      timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
call wall('notices');
create index notices_of_case on notices (tenant_id, case_id, written_at) where case_id is not null;

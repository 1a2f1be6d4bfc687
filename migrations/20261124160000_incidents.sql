-- Incidents: what is wrong, what was done about it, and which of them nobody looked after.
alter table incidents
    -- What the engine says of it; it may quote what was answered, so it is sealed.
    add column detail_sealed bytea,
    -- The job that was given up.
    add column job_id uuid,
    add column how text check (how in ('passed', 'retried', 'skipped', 'assigned', 'set-aside', 'moved')),
    -- Why somebody did what they did about it.
    add column reason_sealed bytea,
    add column resolved_by uuid,
    add foreign key (tenant_id, resolved_by) references staff (tenant_id, id);
create index incidents_by_age on incidents (tenant_id, opened_at) where resolved_at is null;
create index incidents_resolved on incidents (tenant_id, resolved_at desc) where resolved_at is not null;

-- When a timer was armed: a time that is written differently in another version counts from here.
alter table timers add column armed_at timestamptz;

-- The figures once more, with the incidents that are older than the moment asked about.
drop function figures(timestamptz);
create function figures(since timestamptz) returns table (
    tenant_id          uuid,
    incidents_open     bigint,
    incidents_old      bigint,
    codes_sent         bigint,
    codes_used         bigint,
    notices_queued     bigint,
    notices_sent       bigint,
    notices_delivered  bigint,
    notices_failed     bigint,
    oldest_waiting     timestamptz,
    oldest_unsealed    timestamptz
)
language plpgsql
as $$
declare
    before text := coalesce(current_setting('app.tenant', true), '');
begin
    for tenant_id in select t.id from tenants t where t.state = 'active' order by t.id loop
        perform set_config('app.tenant', figures.tenant_id::text, true);
        select count(*), count(*) filter (where i.opened_at < since) into incidents_open, incidents_old
            from incidents i where i.tenant_id = figures.tenant_id and i.resolved_at is null;
        select count(*), count(c.used_at) into codes_sent, codes_used
            from one_time_codes c where c.tenant_id = figures.tenant_id and c.sent_at >= since;
        select count(*) filter (where n.state = 'queued'), count(*) filter (where n.state = 'sent'),
               count(*) filter (where n.state = 'delivered'),
               count(*) filter (where n.state in ('undelivered', 'rejected', 'expired'))
            into notices_queued, notices_sent, notices_delivered, notices_failed
            from notices n where n.tenant_id = figures.tenant_id and n.written_at >= since;
        select min(n.written_at) into oldest_waiting
            from notices n where n.tenant_id = figures.tenant_id and n.state = 'queued';
        -- Behind the last seal; lines of its own transaction may be left over from a full round.
        select min(l.at) into oldest_unsealed
            from audit_lines l
            where l.tenant_id = figures.tenant_id
              and l.xact >= coalesce((select s.xact from audit_seals s
                                      where s.tenant_id = figures.tenant_id
                                      order by s.seq desc limit 1), 0)
              and not exists (select from audit_seals s
                              where s.tenant_id = figures.tenant_id and s.line_id = l.id);
        return next;
    end loop;
    perform set_config('app.tenant', before, true);
end
$$;

-- The whole schema of the first release; it runs unchanged on H2 (PostgreSQL mode) and PostgreSQL 15+.
-- Every key begins with the brand. public_id is what clients see (UUID version 7). Rows that the text below calls facts
-- are only ever added. Instants are stored to the microsecond and compared to the millisecond.

create sequence siyu_id start with 1 increment by 1000;

-- brand (品牌) -------------------------------------------------------------------------------------------------------
create table brand (
  id int not null primary key,
  public_id uuid not null,
  slug varchar(40) not null,
  name varchar(100) not null,
  mode varchar(10) not null,
  zone varchar(60) not null,
  strength double precision not null,
  alpha double precision not null,
  currency varchar(3) not null,
  landmark timestamp with time zone not null,
  sandbox_now timestamp with time zone,
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint brand_public_id unique (public_id),
  constraint brand_slug unique (slug)
);

create table department (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  external_id varchar(120),
  kind varchar(12) not null,
  parent bigint,
  path varchar(400) not null,
  name varchar(100) not null,
  zone varchar(60),
  address varchar(200),
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint department_public_id unique (public_id),
  constraint department_external_id unique (brand, external_id)
);
create index department_path on department (brand, path);

create table staff (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  external_id varchar(120),
  name varchar(100) not null,
  department bigint not null,
  active boolean not null,
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint staff_public_id unique (public_id),
  constraint staff_external_id unique (brand, external_id)
);

create table api_key (
  id bigint not null primary key,
  public_id uuid not null,
  key_part varchar(20) not null,
  brand int,
  name varchar(100) not null,
  hash varchar(64) not null,
  scopes varchar(2000) not null,
  data_scope varchar(20) not null,
  scope_department bigint,
  scope_staff bigint,
  test boolean not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint api_key_public_id unique (public_id),
  constraint api_key_part unique (key_part)
);

create table idempotency_record (
  scope_hash varchar(64) not null primary key,
  brand int,
  body_hash varchar(64) not null,
  state varchar(12) not null,
  status int,
  location varchar(400),
  etag varchar(100),
  answer varchar(1000000),
  created_at timestamp with time zone not null,
  renewed_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create index idempotency_expiry on idempotency_record (expires_at);

-- short-lived secrets that all nodes share (access tokens), sealed by whoever keeps them; times are the machine's
create table shared_secret (
  name varchar(200) not null primary key,
  lease bigint not null,
  leased_until timestamp with time zone,
  generation bigint not null,
  sealed varchar(4000),
  expires_at timestamp with time zone not null
);
create index shared_secret_expiry on shared_secret (expires_at);

create table policy_override (
  brand int not null,
  line varchar(60) not null,
  version int not null,
  valid_from date not null,
  changes varchar(100000) not null,
  created_at timestamp with time zone not null,
  primary key (brand, line, version)
);

-- channel -----------------------------------------------------------------------------------------------------------
create table channel_account (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  channel varchar(30) not null,
  connection varchar(60) not null,
  address varchar(64) not null,
  name varchar(100) not null,
  staff bigint not null,
  department bigint not null,
  total_cap int not null,
  daily_cap int not null,
  works_from time not null,
  works_until time not null,
  work_days varchar(80) not null,
  state varchar(12) not null,
  health varchar(12) not null,
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint channel_account_public_id unique (public_id),
  constraint channel_account_address unique (brand, connection, address)
);
create index channel_account_held on channel_account (brand, staff, id);
create index channel_account_reached on channel_account (brand, address);

-- How full an account is: conditional updates on this row keep its caps.
create table account_load (
  brand int not null,
  account bigint not null,
  live_count int not null,
  day_on date not null,
  day_count int not null,
  held_count int not null,
  primary key (brand, account)
);

create table account_standing (
  brand int not null,
  account bigint not null,
  opened_on date,
  primary key (brand, account)
);

create table account_incident (
  brand int not null,
  id bigint not null,
  account bigint not null,
  kind varchar(12) not null,
  occurred_at timestamp with time zone not null,
  note varchar(1000),
  reported_by varchar(60) not null,
  open_ban boolean not null,
  primary key (brand, id)
);
create index account_incident_ban on account_incident (brand, open_ban, occurred_at, id);
create index account_incident_of on account_incident (brand, account, occurred_at, id);

create table account_day (
  brand int not null,
  account bigint not null,
  day_on date not null,
  adds int not null,
  messages int not null,
  adds_done int not null,
  messages_done int not null,
  primary key (brand, account, day_on)
);

create table contact_way (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  code varchar(16) not null,
  name varchar(100) not null,
  hook varchar(200),
  state varchar(30) not null,
  rule varchar(30) not null,
  department bigint,
  welcome_material bigint,
  archived_at timestamp with time zone,
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint contact_way_public_id unique (public_id),
  constraint contact_way_code unique (code),
  constraint contact_way_state unique (brand, state)
);

create table contact_way_account (
  brand int not null,
  contact_way bigint not null,
  account bigint not null,
  position int not null,
  weight int,
  current_weight bigint not null,
  channel_ref varchar(64),
  qr_code varchar(500),
  primary key (brand, contact_way, account)
);

create table allocation (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  contact_way bigint not null,
  account bigint,
  state varchar(12) not null,
  visited_at timestamp with time zone not null,
  hold_until timestamp with time zone,
  decision varchar(20000) not null,
  relationship bigint,
  primary key (brand, id),
  constraint allocation_public_id unique (public_id)
);
create index allocation_held on allocation (brand, state, hold_until, id);
create index allocation_of_way on allocation (brand, contact_way, account, state, id);
create index allocation_spread on allocation (brand, contact_way, visited_at);

-- What a channel told us, raw (inbox). Worked off in order; unique by the hash of the decrypted event.
create table inbox (
  id bigint not null primary key,
  brand int not null,
  channel varchar(30) not null,
  connection varchar(60) not null,
  hash varchar(64) not null,
  payload varchar(200000) not null,
  received_at timestamp with time zone not null,
  state varchar(12) not null,
  attempts int not null,
  due_at timestamp with time zone not null,
  problem varchar(1000),
  constraint inbox_hash unique (brand, connection, hash)
);
create index inbox_due on inbox (brand, state, due_at, id);

-- A comparison of all contacts of a connection with what is known here (synchronisation). running_on is the connection
-- while it runs, so that one runs at a time.
create table synchronization (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  channel varchar(30) not null,
  connection varchar(60) not null,
  running_on varchar(60),
  kind varchar(16) not null,
  state varchar(20) not null,
  started_by uuid,
  unmatched int,
  problem varchar(1000),
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  primary key (brand, id),
  constraint synchronization_public_id unique (public_id),
  constraint synchronization_running unique (brand, running_on)
);
create index synchronization_of on synchronization (brand, connection, id);

-- How far one account of it is; due_at is null when it has ended.
create table synchronization_part (
  brand int not null,
  synchronization bigint not null,
  account bigint not null,
  state varchar(12) not null,
  page_cursor varchar(1000),
  attempts int not null,
  due_at timestamp with time zone,
  seen bigint not null,
  added bigint not null,
  changed bigint not null,
  ended bigint not null,
  problem varchar(1000),
  version int not null,
  primary key (brand, synchronization, account)
);
create index synchronization_due on synchronization_part (brand, due_at, synchronization, account);

-- What we still have to tell a channel that may safely be told twice (tags, remarks, contact ways): retried until done.
create table channel_command (
  brand int not null,
  id bigint not null,
  kind varchar(30) not null,
  account bigint,
  payload varchar(20000) not null,
  state varchar(12) not null,
  attempts int not null,
  due_at timestamp with time zone not null,
  problem varchar(1000),
  created_at timestamp with time zone not null,
  primary key (brand, id)
);
create index channel_command_due on channel_command (brand, state, due_at, id);

-- customer (客户) ----------------------------------------------------------------------------------------------------
-- A customer that somebody was first seen as (birth customer, 初始客户); facts stay with it for ever. person is who it is today:
-- itself, or the customer it was merged into; views of a customer read the facts of all rows with that person. component is
-- one for all customers that any chain of links joins, whether these links count or not.
create table customer (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  person bigint not null,
  component bigint not null,
  nickname varchar(100),
  gender varchar(10) not null,
  zone varchar(60),
  blacklisted boolean not null,
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint customer_public_id unique (public_id)
);
create index customer_person on customer (brand, person, id);
create index customer_component on customer (brand, component, id);

-- What is computed about a customer; one row each, rewritten as facts come in. trust and trust_social are null without a
-- live relationship.
create table customer_state (
  brand int not null,
  customer bigint not null,
  stage varchar(20) not null,
  stage_since timestamp with time zone not null,
  dormant boolean not null,
  stage_due_at timestamp with time zone,
  lost boolean not null,
  orders_count int not null,
  orders_amount bigint not null,
  first_paid_at timestamp with time zone,
  last_paid_at timestamp with time zone,
  last_interaction_at timestamp with time zone,
  trust double precision,
  trust_brand double precision not null,
  trust_social double precision,
  confidence double precision not null,
  trust_as_of timestamp with time zone not null,
  trust_edition varchar(60) not null,
  primary key (brand, customer)
);
create index customer_state_due on customer_state (brand, stage_due_at, customer);
create index customer_state_trust on customer_state (brand, trust, customer);
create index customer_state_projection on customer_state (brand, trust_as_of, customer);

-- How often people buy again (购买节奏), as it holds. edition: how often other counts than before came to hold.
create table purchase_rhythm (
  brand int not null primary key,
  looked_at timestamp with time zone not null,
  edition bigint not null,
  customers bigint not null,
  purchases bigint not null,
  squares bigint not null,
  window_days int not null
);

-- By which lifecycle policy (生命周期政策) everybody was read last, or is being read.
create table lifecycle_round (
  brand int not null primary key,
  policy_edition varchar(80) not null,
  as_of timestamp with time zone not null,
  after_customer bigint not null,
  finished boolean not null
);

create table stage_transition (
  brand int not null,
  id bigint not null,
  customer bigint not null,
  from_stage varchar(20),
  to_stage varchar(20) not null,
  fact varchar(60) not null,
  occurred_at timestamp with time zone not null,
  primary key (brand, id)
);
create index stage_transition_of on stage_transition (brand, customer, id);

create table identity (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  type varchar(20) not null,
  id_scope varchar(128) not null,
  id_value varchar(128) not null,
  customer bigint not null,
  source varchar(12) not null,
  idle_above int, -- joins nobody: it was joined to more than so many; null while it joins
  created_at timestamp with time zone not null,
  primary key (brand, id),
  constraint identity_key unique (brand, id_value, type, id_scope) -- what differs most first
);
create index identity_of on identity (brand, customer, id);

-- Somebody said that two identities are one person's. asserted_at: when it was said first.
create table identity_edge (
  brand int not null,
  low bigint not null,
  high bigint not null,
  source varchar(12) not null,
  asserted_at timestamp with time zone not null,
  revoked boolean not null,
  primary key (brand, low, high, source)
);
create index identity_edge_high on identity_edge (brand, high, low);

-- What a person decided about two identities; taken back, it counts for nothing but is kept.
create table identity_decision (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  low bigint not null,
  high bigint not null,
  verdict varchar(12) not null,
  note varchar(1000),
  decided_by uuid,
  decided_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  primary key (brand, id),
  constraint identity_decision_public_id unique (public_id)
);
create index identity_decision_of on identity_decision (brand, low, high);

-- Somebody took back that two identities are one person's: what sources had said by then counts for nothing.
create table identity_revocation (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  low bigint not null,
  high bigint not null,
  reason varchar(1000) not null,
  revoked_by uuid,
  revoked_at timestamp with time zone not null,
  primary key (brand, id),
  constraint identity_revocation_public_id unique (public_id)
);

-- Two identities that were said to be one person's and can't be; shown until it is settled. source is null if an operator
-- decided it.
create table identity_conflict (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  low bigint not null,
  high bigint not null,
  reason varchar(12) not null,
  source varchar(12),
  noted_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  primary key (brand, id),
  constraint identity_conflict_public_id unique (public_id),
  constraint identity_conflict_once unique (brand, low, high)
);
create index identity_conflict_high on identity_conflict (brand, high);
create index identity_conflict_open on identity_conflict (brand, settled_at, id);

-- What a channel told about one contact on one account; the relationships follow from these facts, in whatever order
-- they came. kind: ADDED, or who ended it. source is empty where the channel told none.
create table relationship_event (
  brand int not null,
  identity bigint not null,
  account bigint not null,
  kind varchar(8) not null,
  occurred_at timestamp with time zone not null,
  add_way int not null,
  source varchar(64) not null,
  primary key (brand, identity, account, kind, occurred_at, add_way, source)
);

create table relationship (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  customer bigint not null,
  account bigint not null,
  identity bigint not null,
  source varchar(64),
  contact_way bigint,
  add_way int not null,
  added_at timestamp with time zone not null,
  ended_by varchar(12),
  ended_at timestamp with time zone,
  remark varchar(100),
  description varchar(200),
  silenced_times int not null,
  silenced_until timestamp with time zone,
  trust double precision not null,
  trust_social double precision not null,
  trust_as_of timestamp with time zone not null,
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint relationship_public_id unique (public_id)
);
create index relationship_of on relationship (brand, customer, id);
create index relationship_on on relationship (brand, account, ended_at, id);
create index relationship_identity on relationship (brand, identity, account, id);

create table tag (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  group_name varchar(30) not null,
  name varchar(30) not null,
  channel_ref varchar(64),
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint tag_public_id unique (public_id),
  constraint tag_name unique (brand, group_name, name)
);
create index tag_channel_ref on tag (brand, channel_ref);

-- account 0: set on the customer as a whole, not at one account
create table customer_tag (
  brand int not null,
  customer bigint not null,
  tag bigint not null,
  account bigint not null,
  source varchar(12) not null,
  created_at timestamp with time zone not null,
  primary key (brand, customer, tag, account)
);
create index customer_tag_by on customer_tag (brand, tag, customer);

-- fact: a tag was set on a customer or taken away
create table tag_change (
  brand int not null,
  id bigint not null,
  customer bigint not null,
  tag bigint not null,
  account bigint not null,
  was_set boolean not null,
  source varchar(12) not null,
  occurred_at timestamp with time zone not null,
  primary key (brand, id)
);
create index tag_change_of on tag_change (brand, customer, id);

create table opt_out (
  brand int not null,
  customer bigint not null,
  touchpoint varchar(40) not null,
  source varchar(20) not null,
  since timestamp with time zone not null,
  primary key (brand, customer, touchpoint)
);

-- Who is on the blacklist (黑名单), by customer or by an identity that somebody may have one day. due_at: when it ends by
-- itself; null once it ended. customer.blacklisted follows from the entries that stand and cover the customer.
create table blacklist_entry (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  customer bigint,
  id_type varchar(20),
  id_scope varchar(128),
  id_value varchar(128),
  reason varchar(16) not null,
  note varchar(1000),
  put_by uuid,
  since_at timestamp with time zone not null,
  until_at timestamp with time zone,
  due_at timestamp with time zone,
  ended_how varchar(8),
  ended_reason varchar(1000),
  ended_by uuid,
  ended_at timestamp with time zone,
  version int not null,
  primary key (brand, id),
  constraint blacklist_entry_public_id unique (public_id)
);
create index blacklist_entry_named on blacklist_entry (brand, id_type, id_scope, id_value);
create index blacklist_entry_due on blacklist_entry (brand, due_at, id);

create table blacklist_cover (
  brand int not null,
  customer bigint not null,
  entry bigint not null,
  primary key (brand, customer, entry)
);
create index blacklist_cover_of on blacklist_cover (brand, entry, customer);

create table consent_record (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  customer bigint not null,
  purpose varchar(40) not null,
  granted boolean not null,
  text_version varchar(60),
  evidence varchar(400),
  occurred_at timestamp with time zone not null,
  primary key (brand, id)
);
create index consent_of on consent_record (brand, customer, id);

-- trust (信任) ------------------------------------------------------------------------------------------------------
create table evidence (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  source_key varchar(160) not null,
  kind varchar(40) not null,
  customer bigint not null,
  relationship bigint,
  occurred_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  effective_at timestamp with time zone not null,
  multiplicity double precision not null,
  retracted boolean not null,
  primary key (brand, id),
  constraint evidence_source unique (brand, source_key)
);
create index evidence_of on evidence (brand, customer, effective_at, id);
create index evidence_on on evidence (brand, relationship, effective_at, id);

-- subject_kind B (brand trust, subject = customer) or S (social trust, subject = relationship)
create table evidence_day (
  brand int not null,
  subject_kind varchar(1) not null,
  subject bigint not null,
  kind varchar(40) not null,
  starts_at timestamp with time zone not null,
  raw_total double precision not null,
  primary key (brand, subject_kind, subject, kind, starts_at)
);

create table trust_accumulator (
  brand int not null,
  subject_kind varchar(1) not null,
  subject bigint not null,
  kind varchar(40) not null,
  amount double precision not null,
  events bigint not null,
  last_at timestamp with time zone not null,
  primary key (brand, subject_kind, subject, kind)
);

create table carry_edge (
  brand int not null,
  id bigint not null,
  from_relationship bigint not null,
  to_relationship bigint not null,
  carried_at timestamp with time zone not null,
  positive_share double precision not null,
  negative_share double precision not null,
  primary key (brand, id),
  constraint carry_edge_pair unique (brand, from_relationship, to_relationship)
);

-- A relationship that loses its trust (信任预警). standing_key is 0 while what raised it holds, closed or not, and its own id
-- afterwards, so that a relationship has at most one standing alert of a kind.
create table trust_alert (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  customer bigint not null,
  relationship bigint not null,
  kind varchar(20) not null,
  trust_before double precision not null,
  trust_after double precision not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  causes varchar(8000) not null,
  advice varchar(20) not null,
  policy_edition varchar(80) not null,
  raised_at timestamp with time zone not null,
  standing_key bigint not null,
  state varchar(12) not null,
  acknowledged_by uuid,
  acknowledged_at timestamp with time zone,
  acknowledged_note varchar(1000),
  closed_by uuid,
  closed_at timestamp with time zone,
  closed_note varchar(1000),
  closed_reason varchar(20),
  task uuid,
  version int not null,
  primary key (brand, id),
  constraint trust_alert_public_id unique (public_id),
  constraint trust_alert_once unique (brand, relationship, kind, standing_key)
);
create index trust_alert_standing on trust_alert (brand, standing_key, id);

-- How far the daily look at all relationships has come.
create table trust_watch (
  brand int not null primary key,
  since_at timestamp with time zone not null,
  after_customer bigint not null,
  finished boolean not null
);

-- What points of trust are worth, learnt from what customers did (信任校准). report: null while it waits.
create table trust_calibration (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  state varchar(10) not null,
  started_by uuid not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  report varchar(200000),
  adopted_by uuid,
  adopted_at timestamp with time zone,
  adopted_version int,
  adopted_from date,
  version int not null,
  primary key (brand, id),
  constraint trust_calibration_public_id unique (public_id)
);
create index trust_calibration_state on trust_calibration (brand, state, id);

-- content -----------------------------------------------------------------------------------------------------------
create table material (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  name varchar(100) not null,
  template varchar(8000) not null,
  attachments varchar(20000) not null,
  archived_at timestamp with time zone,
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint material_public_id unique (public_id)
);

-- what was uploaded to a connection, shared by all messages with the file until it ends
create table uploaded_file (
  brand int not null,
  channel varchar(30) not null,
  connection varchar(60) not null,
  file_hash varchar(64) not null,
  address varchar(4000) not null,
  media_id varchar(600) not null,
  ends_at timestamp with time zone not null,
  primary key (brand, channel, connection, file_hash)
);

-- sop ---------------------------------------------------------------------------------------------------------------
-- look_at: when the engine looks at the audience next; look_after: the last customer of a look that isn't over.
create table sop (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  name varchar(100) not null,
  state varchar(12) not null,
  active_version bigint,
  look_at timestamp with time zone,
  look_after bigint not null,
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint sop_public_id unique (public_id)
);

-- Who changed the state of an SOP, and why (状态变更记录). by_key: the public id of the key; null for the product itself.
create table sop_change (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  sop bigint not null,
  kind varchar(16) not null,
  from_state varchar(12) not null,
  to_state varchar(12) not null,
  version_number int,
  by_key uuid,
  reason varchar(1000),
  changed_at timestamp with time zone not null,
  primary key (brand, id),
  constraint sop_change_public_id unique (public_id)
);
create index sop_change_of on sop_change (brand, sop, id);

create table sop_version (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  sop bigint not null,
  number int not null,
  state varchar(12) not null,
  definition varchar(200000) not null,
  published_at timestamp with time zone,
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint sop_version_public_id unique (public_id),
  constraint sop_version_number unique (brand, sop, number)
);

-- One customer in one SOP version. Only the next step exists: (next_step, due_at) of this row. open_key is 0 while the
-- enrolment runs and its own id afterwards, so that a customer is in a SOP at most once at a time. state: ACTIVE, PAUSED
-- (active, but put aside since its SOP is paused), COMPLETED, EXITED. epoch counts changes.
create table enrolment (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  sop bigint not null,
  sop_version bigint not null,
  customer bigint not null,
  relationship bigint,
  arm varchar(10) not null,
  trigger_kind varchar(24) not null,
  state varchar(12) not null,
  open_key bigint not null,
  ended_reason varchar(40),
  next_step int not null,
  due_at timestamp with time zone,
  epoch int not null,
  enrolled_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  goal_at timestamp with time zone,
  primary key (brand, id),
  constraint enrolment_public_id unique (public_id),
  constraint enrolment_once unique (brand, sop, customer, open_key)
);
create index enrolment_due on enrolment (brand, state, due_at, id);
create index enrolment_of on enrolment (brand, customer, id);
create index enrolment_in on enrolment (brand, sop, id);

-- The executions of one step that fall due in one minute, with what was decided for them when they were planned.
create table wave (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  sop bigint not null,
  sop_version bigint not null,
  step int not null,
  due_at timestamp with time zone not null,
  due_count int not null,
  left_count int not null,
  planned_count int not null,
  deferred_count int not null,
  refused_count int not null,
  expired_count int not null,
  control_count int not null,
  by_task_count int not null,
  created_at timestamp with time zone not null,
  primary key (brand, id),
  constraint wave_public_id unique (public_id),
  constraint wave_step unique (brand, sop_version, due_at, step)
);
create index wave_of on wave (brand, sop, id);

-- What head office lets stores change in a version (总部模板). steps: what may be changed in which step, as JSON.
create table sop_bounds (
  brand int not null,
  sop_version bigint not null,
  may_opt_out boolean not null,
  steps varchar(20000) not null,
  version int not null,
  primary key (brand, sop_version)
);

-- What a department or store does otherwise in a version (门店覆盖). Rows are only added; the highest number of a department
-- holds. definition: the steps that are otherwise, in the order of their numbers in steps; null without any.
create table sop_variant (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  sop_version bigint not null,
  department bigint not null,
  number int not null,
  opted_out boolean,
  steps varchar(1000) not null,
  definition varchar(200000),
  by_key uuid not null,
  written_at timestamp with time zone not null,
  primary key (brand, id),
  constraint sop_variant_public_id unique (public_id),
  constraint sop_variant_number unique (brand, sop_version, department, number)
);

-- Which variant an enrolment has used in which step, and at which store.
create table enrolment_variant (
  brand int not null,
  enrolment bigint not null,
  step int not null,
  variant bigint not null,
  store bigint not null,
  primary key (brand, enrolment, step)
);

-- contact -----------------------------------------------------------------------------------------------------------
-- What one call to a channel carries: one account, one content, up to as many recipients as the channel takes. The state of
-- all its sends lives here. epoch counts its intents; claimed_at is the machine's time of the last one (all other instants
-- are the brand's); fence_at is when the credential of the call ends.
create table send_batch (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  wave bigint,
  kind varchar(10) not null,
  contact_class varchar(10) not null,
  account bigint not null,
  content_hash varchar(64) not null,
  content varchar(30000) not null,
  welcome_code varchar(200),
  recipients int not null,
  state varchar(12) not null,
  reason varchar(60),
  epoch int not null,
  not_before timestamp with time zone not null,
  deadline_at timestamp with time zone not null,
  intent_at timestamp with time zone,
  fence_at timestamp with time zone,
  claimed_at timestamp with time zone,
  channel_ref varchar(64),
  sent_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  confirm_by timestamp with time zone,
  poll_at timestamp with time zone,
  polls int not null,
  reminders int not null,
  remind_at timestamp with time zone,
  attempts int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint send_batch_public_id unique (public_id),
  constraint send_batch_ref unique (brand, channel_ref)
);
create index send_batch_due on send_batch (brand, state, kind, not_before, id);
create index send_batch_poll on send_batch (brand, state, poll_at, id);
create index send_batch_remind on send_batch (brand, state, remind_at, id);
create index send_batch_wave on send_batch (brand, wave, state);
create index send_batch_account on send_batch (brand, account, confirmed_at, id);

-- One message to one customer (触达). decision: PLANNED (then the batch has the state), DEFERRED, REFUSED, EXPIRED,
-- CANCELLED, CONTROL (would have been sent, but the customer is in the control group), BY_TASK. Immutable once its batch is
-- intended. reserved_at: when its day in contact_ledger and recipient_quota was taken; null if none is.
create table send (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  batch bigint,
  wave bigint,
  enrolment bigint,
  sop bigint,
  sop_version bigint,
  step int,
  customer bigint not null,
  relationship bigint,
  account bigint,
  identity bigint,
  recipient varchar(64),
  contact_class varchar(10) not null,
  touchpoint varchar(40) not null,
  win_back boolean not null,
  zone varchar(60) not null,
  material bigint,
  deadline_at timestamp with time zone not null,
  decision varchar(10) not null,
  reason varchar(40),
  explanation varchar(8000),
  deferred_until timestamp with time zone,
  reserved_at timestamp with time zone,
  created_at timestamp with time zone not null,
  primary key (brand, id),
  constraint send_public_id unique (public_id)
);
create index send_of on send (brand, customer, id);
create index send_in_batch on send (brand, batch, id);
create index send_in_sop on send (brand, sop_version, id);

-- The deferred sends only, so that finding what falls due costs nothing at the many others. held_by: the paused SOP that
-- it waits for, at most until its deadline; null if it waits for a moment.
create table send_deferral (
  brand int not null,
  send bigint not null,
  due_at timestamp with time zone not null,
  held_by bigint,
  primary key (brand, send)
);
create index send_deferral_due on send_deferral (brand, due_at, send);
create index send_deferral_held on send_deferral (brand, held_by);

-- What the channel said of one send, and what came of it. status: DELIVERED, FAILED, EXPIRED. response: OPEN, ANSWERED,
-- IGNORED, UNOBSERVED; null if it was not delivered. observed: whether an answer would have been seen, once the window is
-- over. streak: which ignored one in a row it is.
create table send_result (
  brand int not null,
  send bigint not null,
  customer bigint not null,
  relationship bigint not null,
  account bigint not null,
  contact_class varchar(10) not null,
  status varchar(10) not null,
  reason varchar(40),
  resulted_at timestamp with time zone not null,
  window_until timestamp with time zone,
  response varchar(12),
  observed boolean,
  responded_at timestamp with time zone,
  streak int,
  primary key (brand, send)
);
create index send_result_window on send_result (brand, response, window_until, send);
create index send_result_of on send_result (brand, customer, send);

-- 触达台账: which of the last 64 days saw a marketing contact (bit k: k days before newest_day, a day since 1970), how many
-- the newest day's month saw, the ignored streak. Its row is what plans for one customer wait for each other at.
create table contact_ledger (
  brand int not null,
  customer bigint not null,
  newest_day bigint not null,
  day_bits bigint not null,
  in_month int not null,
  ignored_streak int not null,
  last_marketing_at timestamp with time zone,
  primary key (brand, customer)
);

-- What a recipient has used of the platform's quotas by one account: how many on newest_day (a day since 1970 in the
-- platform's zone), in its week and in its month. account 0: what the platform counted that was none of ours.
create table recipient_quota (
  brand int not null,
  identity bigint not null,
  account bigint not null,
  newest_day bigint not null,
  in_day int not null,
  in_week int not null,
  in_month int not null,
  primary key (brand, identity, account)
);

-- When a customer who has been sent something did anything that counts as an answer.
create table contact_answer (
  brand int not null,
  customer bigint not null,
  answered_at timestamp with time zone not null,
  kind varchar(40) not null,
  primary key (brand, customer, answered_at, kind)
);

-- Since when an account's answers would be seen even if none comes (a connected feed); account 0: all accounts.
create table response_source (
  brand int not null,
  account bigint not null,
  live_from timestamp with time zone not null,
  live_until timestamp with time zone,
  primary key (brand, account, live_from)
);

-- task --------------------------------------------------------------------------------------------------------------
create table task (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  kind varchar(30) not null,
  customer bigint,
  relationship bigint,
  enrolment bigint,
  step int,
  send bigint,
  staff bigint not null,
  account bigint default 0 not null,
  turn int default 0 not null,
  title varchar(200) not null,
  script varchar(8000),
  why varchar(500),
  hint varchar(1000),
  due_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  state varchar(12) not null,
  note varchar(1000),
  ended_by varchar(60),
  ended_at timestamp with time zone,
  claimed_by varchar(60),
  claimed_until timestamp with time zone,
  claim_lost varchar(24),
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint task_public_id unique (public_id)
);
create index task_list on task (brand, staff, state, due_at, id);
create index task_worklist on task (brand, staff, state, account, turn, expires_at, id);
create index task_in_hand on task (brand, account, state, claimed_until);
create index task_expiry on task (brand, state, expires_at, id);
create index task_due on task (brand, due_at, id);
create index task_of on task (brand, customer, id);
create index task_from on task (brand, enrolment, state, id);

-- Batches of messages that people send by hand, numbered by account and day.
create table account_batch (
  brand int not null,
  account bigint not null,
  sent_on date not null,
  number int not null,
  material bigint not null,
  members int not null,
  primary key (brand, account, sent_on, number)
);

-- graduation: leading customers to other accounts ------------------------------------------------------------------------
-- Where the value tiers of a brand begin, measured once a night. Amounts are net, in minor units.
create table value_scale (
  brand int not null primary key,
  measured_at timestamp with time zone not null,
  since_at timestamp with time zone not null,
  buyers bigint not null,
  win_back_from bigint not null,
  middle_from bigint not null,
  core_from bigint not null,
  policy_edition varchar(60) not null
);

-- audience: the text form of an expression. accounts: their numbers, separated by commas. look_at: when it is looked who
-- fits next.
create table graduation_program (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  name varchar(100) not null,
  kind varchar(12) not null,
  audience varchar(8000),
  holdout int not null,
  accounts varchar(8000) not null,
  material bigint not null,
  sop bigint,
  answer_seconds bigint not null,
  state varchar(8) not null,
  look_at timestamp with time zone,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint graduation_program_public_id unique (public_id)
);
create index graduation_program_look on graduation_program (brand, state, look_at, id);

-- One customer in one program. value_before, social_before: what it was when it was chosen. due_at: when it is looked at
-- next.
create table graduation_candidate (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  program bigint not null,
  customer bigint not null,
  arm varchar(10) not null,
  value_before bigint not null,
  social_before double precision not null,
  account bigint,
  token varchar(8),
  state varchar(10) not null,
  reason varchar(40),
  send bigint,
  task bigint,
  invited_at timestamp with time zone,
  expires_at timestamp with time zone,
  relationship bigint,
  accepted_at timestamp with time zone,
  in_time boolean,
  due_at timestamp with time zone,
  version int not null,
  chosen_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint graduation_candidate_public_id unique (public_id),
  constraint graduation_candidate_once unique (brand, program, customer),
  constraint graduation_candidate_token unique (brand, token)
);
create index graduation_candidate_due on graduation_candidate (brand, due_at, id);
create index graduation_candidate_of on graduation_candidate (brand, customer, id);
create index graduation_candidate_in on graduation_candidate (brand, program, id);
create index graduation_candidate_to on graduation_candidate (brand, account, state);

-- How far the open tasks of a brand have been looked through since a persona changed (人设复查).
create table script_check (
  brand int not null primary key,
  number int not null,
  since timestamp with time zone not null,
  after_expiry timestamp with time zone,
  after_task bigint not null,
  finished boolean not null
);

-- What came of a program until it ended, as it was then.
create table graduation_result (
  brand int not null,
  program bigint not null,
  reading varchar(8) not null,
  read_at timestamp with time zone not null,
  chosen bigint not null,
  invited bigint not null,
  delivered bigint not null,
  accepted bigint not null,
  expired bigint not null,
  refused bigint not null,
  held_out bigint not null,
  treated int not null,
  control int not null,
  merged bigint not null,
  policy_edition varchar(60) not null,
  primary key (brand, program)
);

create table graduation_difference (
  brand int not null,
  program bigint not null,
  measure varchar(8) not null,
  treated double precision not null,
  control double precision not null,
  difference double precision,
  low double precision,
  high double precision,
  finding varchar(10) not null,
  primary key (brand, program, measure)
);

-- Who the brand (account 0) or an account is for its customers (人设); content is JSON.
create table persona (
  brand int not null,
  account bigint not null,
  content varchar(200000) not null,
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, account)
);

-- community ----------------------------------------------------------------------------------------------------------
-- A post to moments (朋友圈) that is planned for many accounts.
create table moment_plan (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  material bigint not null,
  publish_at timestamp with time zone not null,
  confirm_by timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint moment_plan_public_id unique (public_id)
);

-- The tags of which a customer must have one to see it; none: all customers.
create table moment_plan_tag (
  brand int not null,
  plan bigint not null,
  tag bigint not null,
  primary key (brand, plan, tag)
);

-- One account's post. state: PLANNED, CALLING (the intent is written, the outcome is not), PREPARING, AWAITING, PUBLISHED,
-- UNKNOWN (a person has to look), REFUSED, FAILED, EXPIRED, CANCELLED. due_at: when there is something to do about it; null
-- if never again. called_at is the machine's time, all others are the brand's. task 0: none.
create table moment_post (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  plan bigint not null,
  account bigint not null,
  state varchar(12) not null,
  reason varchar(40),
  publish_at timestamp with time zone not null,
  chosen int not null,
  silenced int not null,
  opted_out int not null,
  due_at timestamp with time zone,
  called_at timestamp with time zone,
  job_ref varchar(64),
  moment_ref varchar(64),
  task bigint not null,
  published_at timestamp with time zone,
  looks int not null,
  likes int not null,
  comments int not null,
  version int not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  primary key (brand, id),
  constraint moment_post_public_id unique (public_id)
);
create index moment_post_of on moment_post (brand, plan, id);
create index moment_post_due on moment_post (brand, due_at, id);
create index moment_post_on on moment_post (brand, account, publish_at);
create index moment_post_calling on moment_post (brand, state, called_at);
create index moment_post_task on moment_post (brand, task);

-- continuity (接续): what somebody serves goes to colleagues ------------------------------------------------------------
-- due_at: when a PREPARING one is looked at; null otherwise.
create table inheritance (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  from_staff bigint not null,
  kind varchar(16) not null,
  rule varchar(30) not null,
  message varchar(200),
  state varchar(12) not null,
  due_at timestamp with time zone,
  started_by uuid not null,
  problem varchar(1000),
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  version int not null,
  primary key (brand, id),
  constraint inheritance_public_id unique (public_id)
);
create index inheritance_due on inheritance (brand, due_at, id);

create table inheritance_taker (
  brand int not null,
  inheritance bigint not null,
  account bigint not null,
  position int not null,
  weight int,
  standing varchar(8) not null,
  primary key (brand, inheritance, account)
);

-- One customer or group. ref: what the channel calls it. open_key names the relationship or group while the transfer is
-- open, so that nobody is on two ways at once.
create table transfer (
  brand int not null,
  id bigint not null,
  inheritance bigint not null,
  kind varchar(8) not null,
  ref varchar(128) not null,
  customer bigint,
  relationship bigint,
  identity bigint,
  from_account bigint not null,
  to_account bigint,
  state varchar(16) not null,
  reason varchar(20),
  open_key varchar(160),
  asked_in bigint,
  due_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  taken_at timestamp with time zone,
  ended_at timestamp with time zone,
  became bigint,
  version int not null,
  primary key (brand, id),
  constraint transfer_open unique (brand, open_key)
);
create index transfer_due on transfer (brand, state, due_at, id);
create index transfer_of on transfer (brand, inheritance, state, id);
create index transfer_in on transfer (brand, asked_in, id);
create index transfer_about on transfer (brand, identity, id);
create index transfer_ref on transfer (brand, ref, id);
create index transfer_to on transfer (brand, to_account, state);
create index transfer_from on transfer (brand, from_account, kind, asked_at);

-- One call to a channel, on record before it goes out. claimed_at is the machine's time; read_at: when its results are
-- read; null if never again.
create table transfer_call (
  brand int not null,
  id bigint not null,
  inheritance bigint not null,
  kind varchar(8) not null,
  from_account bigint not null,
  to_account bigint not null,
  after_leaving boolean not null,
  size int not null,
  state varchar(8) not null,
  problem varchar(1000),
  asked_at timestamp with time zone not null,
  claimed_at timestamp with time zone not null,
  read_at timestamp with time zone,
  reads int not null,
  primary key (brand, id)
);
create index transfer_call_read on transfer_call (brand, read_at, id);
create index transfer_call_state on transfer_call (brand, state, claimed_at);

-- The pool of customers whom nobody serves (公海): one row per stay. open_key is the customer while it is in the pool, so that
-- nobody is in it twice. value: of its orders when it fell in.
create table pool_entry (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  customer bigint not null,
  open_key bigint,
  reason varchar(16) not null,
  since_at timestamp with time zone not null,
  entered_at timestamp with time zone not null,
  former_staff bigint not null,
  former_department bigint not null,
  order_value bigint not null,
  state varchar(8) not null,
  left_why varchar(12),
  left_at timestamp with time zone,
  version int not null,
  primary key (brand, id),
  constraint pool_entry_public_id unique (public_id),
  constraint pool_entry_open unique (brand, open_key)
);
create index pool_entry_worth on pool_entry (brand, order_value, id);
create index pool_entry_state on pool_entry (brand, state, order_value, id);
create index pool_entry_of on pool_entry (brand, customer, id);

-- due_at: when it is looked at whether anything was done; null once it ended
create table pool_claim (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  entry bigint not null,
  open_key bigint,
  customer bigint not null,
  account bigint not null,
  staff bigint not null,
  assigned boolean not null,
  claimed_by uuid not null,
  claimed_at timestamp with time zone not null,
  due_at timestamp with time zone,
  task uuid,
  ended_how varchar(12),
  ended_reason varchar(1000),
  ended_by uuid,
  ended_at timestamp with time zone,
  version int not null,
  primary key (brand, id),
  constraint pool_claim_public_id unique (public_id),
  constraint pool_claim_open unique (brand, open_key)
);
create index pool_claim_of on pool_claim (brand, customer, ended_at);
create index pool_claim_by on pool_claim (brand, staff, ended_at, id);
create index pool_claim_due on pool_claim (brand, due_at, id);
create index pool_claim_on on pool_claim (brand, entry, id);

-- how far the nightly look at all customers has come
create table pool_watch (
  brand int not null primary key,
  since_at timestamp with time zone not null,
  after_customer bigint not null,
  finished boolean not null
);

-- insight: facts from outside, and what follows from them ----------------------------------------------------------------
create table interaction (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  source varchar(40) not null,
  external_id varchar(120) not null,
  kind varchar(40) not null,
  signal varchar(12) default 'INTEREST' not null,
  touchpoint varchar(40) not null,
  customer bigint not null,
  identity bigint not null,
  relationship bigint,
  account bigint,
  occurred_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  primary key (brand, id),
  constraint interaction_public_id unique (public_id),
  constraint interaction_external_id unique (brand, source, external_id)
);
create index interaction_of on interaction (brand, customer, occurred_at, id);
create index interaction_by on interaction (brand, occurred_at, id);
create index interaction_in on interaction (brand, relationship, occurred_at, id);
create index interaction_at_account on interaction (brand, account, occurred_at, id);

-- refunded_minor and attribute_at (when the order is put down to contacts once more, since results come late) change; the
-- rest is a fact.
create table customer_order (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  source varchar(40) not null,
  external_id varchar(120) not null,
  customer bigint not null,
  identity bigint not null,
  store bigint,
  sales_channel varchar(40) not null,
  paid_at timestamp with time zone not null,
  amount_minor bigint not null,
  currency varchar(3) not null,
  refunded_minor bigint not null,
  received_at timestamp with time zone not null,
  attribute_at timestamp with time zone,
  primary key (brand, id),
  constraint customer_order_public_id unique (public_id),
  constraint customer_order_external_id unique (brand, source, external_id)
);
create index customer_order_of on customer_order (brand, customer, paid_at, id);
create index customer_order_by on customer_order (brand, paid_at, id);
create index customer_order_attribution on customer_order (brand, attribute_at, id);

create table order_line (
  brand int not null,
  customer_order bigint not null,
  line int not null,
  sku varchar(80) not null,
  category varchar(80),
  quantity int not null,
  amount_minor bigint not null,
  primary key (brand, customer_order, line)
);

create table order_refund (
  brand int not null,
  id bigint not null,
  customer_order bigint not null,
  external_id varchar(120) not null,
  amount_minor bigint not null,
  refunded_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  primary key (brand, id),
  constraint order_refund_external_id unique (brand, customer_order, external_id)
);

-- method LAST_TOUCH or EQUAL_SHARES (over all touches); send null: no touch in the window. Computed, and replaced as a
-- whole when more becomes known of an order.
create table attribution (
  brand int not null,
  id bigint not null,
  customer_order bigint not null,
  method varchar(12) not null,
  send bigint,
  sop bigint,
  sop_version bigint,
  step int,
  share_minor bigint not null,
  refunded_minor bigint not null,
  attributed_at timestamp with time zone not null,
  primary key (brand, id)
);
create index attribution_of_order on attribution (brand, customer_order, method, id);
create index attribution_of_sop on attribution (brand, sop_version, method, id);
create index attribution_of_send on attribution (brand, send, id);

create table import_run (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  kind varchar(20) not null,
  source varchar(40) not null,
  encoding varchar(20) not null,
  state varchar(20) not null,
  rows_read int not null,
  rows_applied int not null,
  rows_repeated int not null,
  rows_failed int not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  primary key (brand, id),
  constraint import_run_public_id unique (public_id)
);

create table import_error (
  brand int not null,
  import_run bigint not null,
  row_no int not null,
  column_name varchar(40) not null,
  fault varchar(40) not null,
  original varchar(8000) not null,
  primary key (brand, import_run, row_no, column_name)
);

-- operations that outlive a request (advance of a sandbox's clock) --------------------------------------------------------
create table clock_advance (
  brand int not null,
  id bigint not null,
  public_id uuid not null,
  started_from timestamp with time zone not null,
  target timestamp with time zone not null,
  state varchar(20) not null,
  problem varchar(1000),
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  primary key (brand, id),
  constraint clock_advance_public_id unique (public_id)
);

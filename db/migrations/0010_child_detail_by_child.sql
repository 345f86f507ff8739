-- Up Migration

-- Ages at intake and exit: the birth dates of the children of a location, as believed at
-- any moment. The constraint's index knows current beliefs only.
create index child_detail_by_child on kansenlijn.child_detail (child_id);

-- Down Migration

drop index kansenlijn.child_detail_by_child;

package cn.siyu.adapter.http.task;

import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Moments;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.insight.ViewCustomer;
import cn.siyu.application.task.ReadTasks.Wanted;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads which tasks a request wants.
@Singleton
final class TaskFilters {
    private final StaffMembers members;
    private final ViewCustomer customers;

    TaskFilters(StaffMembers members, ViewCustomer customers) {
        this.members = members;
        this.customers = customers;
    }

    /// What is wanted; empty if it names somebody who isn't there, or whom the caller doesn't see:
    /// nobody has tasks then.
    Optional<Wanted> of(Caller caller, ListQuery query) {
        Optional<PublicId> staff = query.one("staff", PublicId.class);
        Optional<PublicId> customer = query.one("customer", PublicId.class);
        Optional<StaffId> member =
                staff.flatMap(id -> members.byPublicId(caller.brand(), id)).map(found -> found.id());
        Optional<CustomerId> person = customer.flatMap(id -> customers.find(caller.brand(), caller.sees(), id));
        if (staff.isPresent() != member.isPresent() || customer.isPresent() != person.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Wanted(
                member.orElse(null),
                query.all("state", TaskState.class).stream().map(Enum::name).collect(Collectors.toSet()),
                person.orElse(null),
                Moments.from(query, "dueAt"),
                Moments.until(query, "dueAt")));
    }
}

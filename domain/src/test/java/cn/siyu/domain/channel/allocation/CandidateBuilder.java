package cn.siyu.domain.channel.allocation;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/// An account with room, and what a test changes in it.
final class CandidateBuilder {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final long account;
    private boolean active = true;
    private boolean healthy = true;
    private boolean overflow;
    private WorkingHours hours = WorkingHours.ALWAYS;
    private AccountLoad load = new AccountLoad(0, 20_000, 0, 100, 0);
    private List<DepartmentId> departments = List.of(new DepartmentId(1));
    private OptionalInt weight = OptionalInt.empty();
    private long currentWeight;

    private CandidateBuilder(long account) {
        this.account = account;
    }

    static CandidateBuilder account(long account) {
        return new CandidateBuilder(account);
    }

    CandidateBuilder inactive() {
        active = false;
        return this;
    }

    CandidateBuilder unhealthy() {
        healthy = false;
        return this;
    }

    CandidateBuilder overflow() {
        overflow = true;
        return this;
    }

    CandidateBuilder officeHours() {
        hours = new WorkingHours(
                LocalTime.of(9, 0), LocalTime.of(18, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        return this;
    }

    CandidateBuilder load(int customers, int totalCap, int addedToday, int dailyCap, int held) {
        load = new AccountLoad(customers, totalCap, addedToday, dailyCap, held);
        return this;
    }

    CandidateBuilder in(long... path) {
        departments = LongStream.of(path).mapToObj(DepartmentId::new).toList();
        return this;
    }

    CandidateBuilder weight(int value) {
        weight = OptionalInt.of(value);
        return this;
    }

    CandidateBuilder currentWeight(long value) {
        currentWeight = value;
        return this;
    }

    Candidate build() {
        return new Candidate(
                new ChannelAccountId(account),
                active,
                healthy,
                hours,
                SHANGHAI,
                load,
                departments,
                overflow,
                weight,
                currentWeight);
    }
}

package cn.siyu.application.channel.port;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Counts in memory: nobody talks here, but people come and groups are made.
final class InMemoryStatistics implements ChannelStatistics {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final InMemoryFarSide farSide;

    InMemoryStatistics(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    @Override
    public Answer<List<Conversations>> conversations(List<String> staff, LocalDate first, LocalDate last) {
        return farSide.read(() -> unfit(staff, first, last)
                ? Answer.notDone(NotDoneReason.INVALID, "people or days")
                : Answer.done(first.datesUntil(last.plusDays(1))
                        .map(day -> new Conversations(day, 0, 0, null, null, 0, added(staff, day), added(staff, day)))
                        .toList()));
    }

    private long added(List<String> staff, LocalDate day) {
        return farSide.relations.entrySet().stream()
                .filter(one -> staff.contains(one.getKey().staff())
                        && LocalDate.ofInstant(one.getValue().since(), ZONE).equals(day))
                .count();
    }

    @Override
    public Answer<List<Groups>> groups(List<String> owners, LocalDate first, LocalDate last) {
        return farSide.read(() -> unfit(owners, first, last)
                ? Answer.notDone(NotDoneReason.INVALID, "people or days")
                : Answer.done(owners.stream()
                        .filter(owner -> !farSide.groups.ownedBy(owner).isEmpty())
                        .map(owner -> ofOwner(owner, first, last))
                        .toList()));
    }

    private Groups ofOwner(String owner, LocalDate first, LocalDate last) {
        var groups = farSide.groups.ownedBy(owner);
        long made = groups.stream()
                .map(group -> LocalDate.ofInstant(group.createdAt(), ZONE))
                .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                .count();
        long members =
                groups.stream().mapToLong(group -> group.members().size()).sum();
        return new Groups(owner, groups.size(), made, 0, members, members, 0, 0);
    }

    private static boolean unfit(List<String> people, LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last);
        return people.isEmpty() || people.size() > 100 || days < 0 || days > 30;
    }
}

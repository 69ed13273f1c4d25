package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.RowMapping;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.WorkingHours;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper(config = RowMapping.class)
interface ChannelMapping {
    @Mapping(target = "brand", source = "brand")
    @Mapping(target = "id", source = "account.id")
    @Mapping(target = "worksFrom", source = "account.hours.from")
    @Mapping(target = "worksUntil", source = "account.hours.until")
    @Mapping(target = "workDays", source = "account.hours.days")
    @Mapping(target = ".", source = "account")
    ChannelAccountRow row(BrandId brand, ChannelAccount account);

    @Mapping(target = "hours", source = "row")
    ChannelAccount account(ChannelAccountRow row);

    default WorkingHours hours(ChannelAccountRow row) {
        return new WorkingHours(row.worksFrom(), row.worksUntil(), days(row.workDays()));
    }

    default String text(Set<DayOfWeek> days) {
        return days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
    }

    default Set<DayOfWeek> days(String text) {
        return Arrays.stream(text.split(",", -1)).map(DayOfWeek::valueOf).collect(Collectors.toSet());
    }
}

package cn.siyu.adapter.wecomsimulator.world;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a row of a world file must fulfil beyond its types: whom and what it names has been made by
/// a row before it, and its values make sense. Departments may come in any order, so they are
/// looked at when all rows are in.
final class RowRules {
    private static final String ID = "[A-Za-z0-9_-]{1,128}";
    private final Corp corp;

    RowRules(Corp corp) {
        this.corp = corp;
    }

    /// What is wrong with a row that comes next; empty when nothing is.
    Optional<String> wrong(Row row) {
        return Stream.of(value(row), customers(row), members(row), things(row))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// What is wrong with the corp when all its rows are in.
    Optional<String> wrong() {
        return DepartmentTree.wrong(corp.directory().departments());
    }

    private Optional<String> value(Row row) {
        var wrong = switch (row) {
            case CorpRow r when !r.corpId().equals(corp.corpId()) -> "is of another corp, " + r.corpId();
            case ClockRow r when r.granularity() < 1 -> "has a granularity below 1";
            case ClockRow r when !(r.speed() >= 0) -> "has a speed below 0";
            case AppRow r when r.secret().isEmpty() -> "has an empty secret";
            case AppRow r when r.callback() != null -> r.callback().wrong();
            case StaffRow r when r.userid().isEmpty() -> "has an empty userid";
            case CustomerRow r when r.externalUserId().isEmpty() -> "has an empty externalUserId";
            case CustomerRow r
            when corp.contacts().byId(r.externalUserId()).isPresent() -> "is a second customer " + r.externalUserId();
            case StrategyRow r when r.parentId() >= r.id() -> "lies below a later strategy";
            case MomentStrategyRow(StrategyRow r) when r.parentId() >= r.id() -> "lies below a later strategy";
            case MediaRow r when !r.id().matches(ID) -> "has an id that is no media_id";
            // rows of other kinds have no values that their types do not already bound
            default -> "";
        };
        return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong);
    }

    private Optional<String> customers(Row row) {
        return customersOf(row)
                .filter(number -> number < 0 || number >= corp.contacts().count())
                .mapToObj(number -> "names the customer " + number + ", whom no row before it made")
                .findFirst();
    }

    private static IntStream customersOf(Row row) {
        return switch (row) {
            case RelationRow r -> IntStream.of(r.customer());
            case RelationRow.Gone r -> IntStream.of(r.customer());
            case TransferRow r -> IntStream.of(r.customer());
            case TransferNotice r -> IntStream.of(r.customer());
            case LinkCustomerRow r -> IntStream.of(r.customer());
            case ChatKeyRow r -> IntStream.of(r.customer());
            case RequestRow r -> IntStream.of(r.customer());
            case TalkRow r -> IntStream.of(r.customer());
            case TempChatRow r -> IntStream.of(r.customer());
            case ConsentRow r -> IntStream.of(r.customer());
            case WelcomeCodeRow r -> IntStream.of(r.customer());
            case WelcomeSent r -> IntStream.of(r.customer());
            case ConclusionSent r -> IntStream.of(r.customer());
            case InterceptRuleRow.Hit r -> IntStream.of(r.customer());
            case MessageRow r -> r.tasks().stream().flatMapToInt(task -> Arrays.stream(task.customers()));
            case MomentRow r -> r.tasks().stream().flatMapToInt(task -> Arrays.stream(task.customers()));
            case MomentRow.Published r -> Arrays.stream(r.visible());
            // an event, or a reaction, of nobody in particular has -1
            case EventRow r -> IntStream.of(r.customer()).filter(number -> number != -1);
            case MomentRow.Reaction r -> IntStream.of(r.customer()).filter(number -> number != -1);
            // the others name no customer
            default -> IntStream.empty();
        };
    }

    private Optional<String> members(Row row) {
        return membersOf(row)
                .filter(userid -> corp.directory().staff(userid).isEmpty())
                .map(userid -> "names the member " + userid + ", whom no row before it made")
                .findFirst();
    }

    private static Stream<String> membersOf(Row row) {
        return switch (row) {
            case RelationRow r -> Stream.of(r.userid());
            case TransferRow r -> Stream.of(r.handover(), r.takeover());
            case TransferNotice r -> Stream.of(r.userid());
            case LinkCustomerRow r -> Stream.of(r.userid());
            case RequestRow r -> Stream.of(r.userid());
            case TalkRow r -> Stream.of(r.userid());
            case StaffDayRow r -> Stream.of(r.userid());
            case TempChatRow r -> Stream.of(r.userid());
            case WelcomeCodeRow r -> Stream.of(r.userid());
            case WelcomeSent r -> Stream.of(r.userid());
            case ChatRow r -> Stream.of(r.owner());
            case MessageRow r -> r.tasks().stream().map(MessageRow.Task::userid);
            case MomentRow r -> r.tasks().stream().map(MomentRow.Task::userid);
            case WayRow r -> r.users().stream();
            case LinkRow r -> r.users().stream();
            // the others name no member
            default -> Stream.empty();
        };
    }

    private Optional<String> things(Row row) {
        var directory = corp.directory();
        return switch (row) {
            case StaffRow r -> departments(r.departments());
            case WayRow r -> departments(r.parties());
            case LinkRow r -> departments(r.parties());
            case TokenRow r -> needed(directory.app(r.agentId()), "app", r.agentId());
            case TicketRow r -> needed(directory.app(r.agentId()), "app", r.agentId());
            case TagRow r -> needed(corp.tags().group(r.groupId()), "tag group", r.groupId());
            case ChatMemberRow r -> needed(corp.chats().chat(r.chatId()), "group", r.chatId());
            case ChatDayRow r -> needed(corp.chats().chat(r.chatId()), "group", r.chatId());
            case TaskSent r -> needed(corp.messages().message(r.msgid()), "mass message", r.msgid());
            case MomentRow.Published r -> needed(corp.moments().moment(r.momentId()), "moment", r.momentId());
            case MomentRow.Reaction r -> needed(corp.moments().moment(r.momentId()), "moment", r.momentId());
            // the others name nothing that must be there still
            default -> Optional.empty();
        };
    }

    private Optional<String> departments(Collection<Integer> ids) {
        return List.copyOf(ids).stream()
                .flatMap(id -> needed(corp.directory().department(id), "department", id).stream())
                .findFirst();
    }

    private static Optional<String> needed(Optional<?> found, String what, Object id) {
        return found.isPresent()
                ? Optional.empty()
                : Optional.of("names the " + what + " " + id + ", which no row before it made");
    }
}

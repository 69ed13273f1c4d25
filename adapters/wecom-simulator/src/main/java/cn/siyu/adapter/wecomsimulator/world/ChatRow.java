package cn.siyu.adapter.wecomsimulator.world;

import java.util.ArrayList;
import java.util.List;

/// A customer group (客户群). It stays readable as a row after it was dissolved, so that its id is
/// answered as dissolved rather than unknown.
///
/// @param sequence counts the groups of a corp
/// @param opengid what a mini program that is opened inside the group sees of it
/// @param face what members see of it
/// @param rule who has a say in it
/// @param revision counts the changes of its members; the platform's `member_version` is made from
///     it
/// @param dismissedAt when it was dissolved; 0 = it lives
public record ChatRow(
        String chatId,
        int sequence,
        String opengid,
        long createdAt,
        Face face,
        Rule rule,
        int revision,
        long dismissedAt)
        implements Row {

    /// What members see.
    ///
    /// @param welcomeTemplate the template that greets newcomers; `""` for none
    public record Face(String name, String notice, String welcomeTemplate) {
        public Face named(String other) {
            return new Face(other, notice, welcomeTemplate);
        }

        public Face noticing(String other) {
            return new Face(name, other, welcomeTemplate);
        }

        public Face welcomingBy(String template) {
            return new Face(name, notice, template);
        }
    }

    /// An owner lost it through the API.
    public record Transfer(String from, long at, boolean onTheJob) {}

    /// Who has a say.
    ///
    /// @param status 0 the owner is there, 1 it has left the corp, 2 being inherited, 3 inherited
    /// @param heir who will own it once inherited; `""` unless it is being inherited
    /// @param transfers who handed it over through the API, and when
    public record Rule(String owner, List<String> admins, int status, String heir, List<Transfer> transfers) {
        public Rule {
            admins = List.copyOf(admins);
            transfers = List.copyOf(transfers);
        }

        public static Rule of(String owner, List<String> admins) {
            return new Rule(owner, admins, 0, "", List.of());
        }

        /// Another member owns it; an owner is no administrator.
        public Rule ownedBy(String other, int newStatus) {
            return new Rule(other, without(other), newStatus, "", transfers);
        }

        public Rule administeredBy(List<String> others) {
            return new Rule(owner, others, status, heir, transfers);
        }

        public Rule orphaned() {
            return new Rule(owner, admins, 1, "", transfers);
        }

        /// Another member will own it.
        public Rule promisedTo(String member, long at) {
            return new Rule(owner, admins, 2, member, handed(at, false));
        }

        /// Another member owns it from now on, while the old owner stays in the corp.
        public Rule transferredTo(String member, long at) {
            return new Rule(member, without(member), 0, "", handed(at, true));
        }

        private List<Transfer> handed(long at, boolean onTheJob) {
            var all = new ArrayList<>(transfers);
            all.add(new Transfer(owner, at, onTheJob));
            return all;
        }

        private List<String> without(String member) {
            return admins.stream().filter(admin -> !admin.equals(member)).toList();
        }
    }

    public String owner() {
        return rule.owner();
    }

    public boolean hasEnded() {
        return dismissedAt > 0;
    }

    public ChatRow with(Face other) {
        return new ChatRow(chatId, sequence, opengid, createdAt, other, rule, revision, dismissedAt);
    }

    public ChatRow with(Rule other) {
        return new ChatRow(chatId, sequence, opengid, createdAt, face, other, revision, dismissedAt);
    }

    /// The members are others now.
    public ChatRow revised() {
        return new ChatRow(chatId, sequence, opengid, createdAt, face, rule, revision + 1, dismissedAt);
    }

    public ChatRow dismissed(long at) {
        return new ChatRow(chatId, sequence, opengid, createdAt, face, rule, revision, at);
    }
}

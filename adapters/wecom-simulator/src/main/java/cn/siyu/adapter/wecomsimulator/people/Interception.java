package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.InterceptRuleRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import java.util.Optional;
import java.util.regex.Pattern;

/// A member writes to a customer, and the corp's rules against words (敏感词规则) look at it first.
public final class Interception {
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    private Interception() {}

    /// What became of a message.
    public enum Outcome {
        /// It reached the customer.
        SENT,
        /// It reached the customer, and the member was warned.
        WARNED,
        /// The member was warned, and the message kept back.
        BLOCKED,
        /// They are not contacts.
        NO_CONTACT
    }

    /// Looks at a message by all rules that bind the member, and delivers it unless one keeps it
    /// back.
    /// @param redPacket whether it is a red packet and not a text
    public static Outcome writes(Corp corp, StaffRow member, CustomerRow customer, String text, boolean redPacket) {
        var relation = corp.contacts().relation(customer.number(), member.userid());
        if (relation.isEmpty() || relation.get().oneSided()) {
            return Outcome.NO_CONTACT;
        }
        var warned = false;
        var blocked = false;
        for (var rule : corp.rules().rules()) {
            var hit = binds(corp, rule, member) ? hit(rule, text, redPacket) : Optional.<String>empty();
            if (hit.isPresent()) {
                warned = true;
                blocked |= rule.blocks();
                corp.put(new InterceptRuleRow.Hit(
                        rule.ruleId(),
                        member.userid(),
                        customer.number(),
                        corp.clock().now(),
                        hit.get(),
                        rule.blocks()));
            }
        }
        if (blocked) {
            return Outcome.BLOCKED;
        }
        corp.put(relation.get().chattedAt(corp.clock().now()));
        return warned ? Outcome.WARNED : Outcome.SENT;
    }

    private static boolean binds(Corp corp, InterceptRuleRow rule, StaffRow member) {
        return rule.users().contains(member.userid())
                || corp.directory().membersOf(rule.departments()).contains(member);
    }

    /// The first thing that a rule forbids in a message.
    private static Optional<String> hit(InterceptRuleRow rule, String text, boolean redPacket) {
        var word = rule.words().stream().filter(text::contains).findFirst();
        if (word.isPresent()) {
            return word;
        }
        if (rule.semantics().contains(1) && MOBILE.matcher(text).find()) {
            return Optional.of("MOBILE");
        }
        if (rule.semantics().contains(2) && MAIL.matcher(text).find()) {
            return Optional.of("MAIL");
        }
        return rule.semantics().contains(3) && redPacket ? Optional.of("RED_PACKET") : Optional.empty();
    }
}

package cn.siyu.adapter.wecomsimulator.world;

import java.util.List;

/// A rule against words and things that members must not send to customers (敏感词规则).
///
/// @param sequence counts the rules that a corp ever had
/// @param agentId the app that made it; only this one may change it
/// @param semantics 1 mobile numbers, 2 mail addresses, 3 red packets
/// @param type 1 warns and keeps the message back, 2 only warns
/// @param users whom it binds, with everybody of the departments
public record InterceptRuleRow(
        String ruleId,
        int sequence,
        int agentId,
        long createdAt,
        String name,
        List<String> words,
        List<Integer> semantics,
        int type,
        List<String> users,
        List<Integer> departments)
        implements Row {

    public InterceptRuleRow {
        words = List.copyOf(words);
        semantics = List.copyOf(semantics);
        users = List.copyOf(users);
        departments = List.copyOf(departments);
    }

    /// Whether it keeps messages back.
    public boolean blocks() {
        return type == 1;
    }

    /// The rule was deleted.
    public record Gone(String ruleId) implements Row {}

    /// A member's message hit it.
    ///
    /// @param word what was hit: a word, or `MOBILE`, `MAIL`, `RED_PACKET`
    public record Hit(String ruleId, String userid, int customer, long at, String word, boolean blocked)
            implements Row {}
}

package cn.siyu.adapter.wecomsimulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One member follows one customer (跟进关系).
///
/// @param customer the customer's number
/// @param tags ids of corp tags on it
/// @param personalTags names of the member's own tags
/// @param operUserId who made the relation: the customer's external_userid, or a userid
/// @param addWay how, by the platform's numbers
/// @param state the contact way's state, `""` for none
/// @param lastChatAt when they last wrote to each other; 0 = never
/// @param oneSided true after the customer has deleted the member: still readable, cannot be
///     reached
public record RelationRow(
        int customer,
        String userid,
        long createdAt,
        String remark,
        String description,
        String remarkCompany,
        List<String> mobiles,
        List<String> tags,
        List<String> personalTags,
        String operUserId,
        int addWay,
        String state,
        long lastChatAt,
        boolean oneSided)
        implements Row {

    public RelationRow {
        mobiles = List.copyOf(mobiles);
        tags = List.copyOf(tags);
        personalTags = List.copyOf(personalTags);
    }

    /// The member has deleted the customer: the relation no longer exists.
    public record Gone(int customer, String userid) implements Row {}

    /// A relation as it is right after the customer has added the member.
    public static RelationRow fresh(CustomerRow customer, String userid, long at, int addWay, String state) {
        return new RelationRow(
                customer.number(),
                userid,
                at,
                customer.name(),
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                customer.externalUserId(),
                addWay,
                state,
                0,
                false);
    }

    /// The same relation, made by somebody.
    /// @param by the external_userid of the customer, or a userid
    public RelationRow madeBy(String by) {
        return new RelationRow(
                customer,
                userid,
                createdAt,
                remark,
                description,
                remarkCompany,
                mobiles,
                tags,
                personalTags,
                by,
                addWay,
                state,
                lastChatAt,
                oneSided);
    }

    public RelationRow withRemarks(
            String newRemark, String newDescription, String newCompany, List<String> newMobiles) {
        return new RelationRow(
                customer,
                userid,
                createdAt,
                newRemark,
                newDescription,
                newCompany,
                newMobiles,
                tags,
                personalTags,
                operUserId,
                addWay,
                state,
                lastChatAt,
                oneSided);
    }

    public RelationRow withTags(Set<String> added, Set<String> removed) {
        var kept = new ArrayList<String>(tags.size() + added.size());
        tags.stream()
                .filter(tag -> !removed.contains(tag) && !added.contains(tag))
                .forEach(kept::add);
        kept.addAll(added);
        return new RelationRow(
                customer,
                userid,
                createdAt,
                remark,
                description,
                remarkCompany,
                mobiles,
                kept,
                personalTags,
                operUserId,
                addWay,
                state,
                lastChatAt,
                oneSided);
    }

    public RelationRow chattedAt(long at) {
        return ending(at, oneSided);
    }

    public RelationRow deletedByCustomer() {
        return ending(lastChatAt, true);
    }

    private RelationRow ending(long chat, boolean nowOneSided) {
        return new RelationRow(
                customer,
                userid,
                createdAt,
                remark,
                description,
                remarkCompany,
                mobiles,
                tags,
                personalTags,
                operUserId,
                addWay,
                state,
                chat,
                nowOneSided);
    }
}

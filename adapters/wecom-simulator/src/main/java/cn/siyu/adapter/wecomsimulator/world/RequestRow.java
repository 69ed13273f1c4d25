package cn.siyu.adapter.wecomsimulator.world;

/// Somebody has asked to become a contact, and the other side has not answered yet. When the
/// customer may add without consent (skip_verify) it is a half-added contact: it can be welcomed,
/// but neither read nor reached.
///
/// @param customer the customer's number
/// @param operUserId who asked: the customer's external_userid, or the member's userid
/// @param half whether the customer has the member among its contacts already
/// @param greeted whether the welcome code of the half-added contact was used
/// @param linkId the acquisition link it came by, `""` for none
/// @param configId the contact way it came by, `""` for none
public record RequestRow(
        int customer,
        String userid,
        long at,
        int addWay,
        String state,
        String operUserId,
        boolean half,
        boolean greeted,
        String linkId,
        String configId)
        implements Row {

    /// The request was accepted or taken back.
    public record Done(int customer, String userid) implements Row {}

    public RequestRow welcomed() {
        return new RequestRow(customer, userid, at, addWay, state, operUserId, half, true, linkId, configId);
    }
}

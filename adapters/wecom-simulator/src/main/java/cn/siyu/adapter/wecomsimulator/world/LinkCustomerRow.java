package cn.siyu.adapter.wecomsimulator.world;

/// A customer who came through an acquisition link.
///
/// @param sequence counts the customers of a link
/// @param customer the customer's number
/// @param userid the member it added
/// @param state the channel (customer_channel) it came by, `""` for none
/// @param messages how many messages it has written to the member since
public record LinkCustomerRow(
        String linkId, int sequence, int customer, String userid, String state, long addedAt, int messages)
        implements Row {

    public LinkCustomerRow wroteOnceMore() {
        return new LinkCustomerRow(linkId, sequence, customer, userid, state, addedAt, messages + 1);
    }
}

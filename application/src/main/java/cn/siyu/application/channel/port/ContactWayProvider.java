package cn.siyu.application.channel.port;

/// QR codes of the far side that lead to exactly one staff member (联系我). The engine's own
/// permanent links show them; what comes back with the new contact is `state`.
public interface ContactWayProvider {
    /// Makes a code. After an Unknown a second one may exist on the far side; that costs quota, not
    /// customers.
    Answer<ContactWay> create(Request request);

    /// Makes the code lead to `request.staff()` with `request.state()` from now on; the picture
    /// stays the same.
    Answer<Ack> update(String contactWayId, Request request);

    Answer<Ack> delete(String contactWayId);

    /// What the code should lead to.
    ///
    /// @param state our source mark, at most 30 characters
    /// @param remark what administrators see, at most 30 characters
    /// @param skipVerification the customer need not wait for the member to accept
    record Request(String staff, String state, String remark, boolean skipVerification) {}

    /// A code that exists.
    ///
    /// @param qrCodeUrl address of the picture, issued by the far side
    record ContactWay(String id, String qrCodeUrl) {}
}

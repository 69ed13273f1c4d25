package cn.siyu.application.channel.port;

import java.time.Duration;

/// What a contract needs beside the port: the people on the far side, who do what a program cannot.
///
/// The world begins with two members who may have contacts, `staff()` and `otherStaff()`, a third
/// one that has none and never gets any, `idleStaff()`, and nothing else. One world serves one
/// test.
public interface ChannelWorld {
    ChannelConnection connection();

    String staff();

    String otherStaff();

    String idleStaff();

    /// Somebody new adds the member without using a contact way of ours.
    Met customerAdds(String staff);

    /// Somebody new scans the contact way.
    Met customerScans(String contactWayId);

    void customerDeletes(String staff, String contactId);

    /// The member confirms its part of the mass message, if there is something left to confirm.
    void staffConfirms(String taskId, String staff);

    /// Time passes over there and here.
    void pass(Duration time);

    /// A new contact with the code for its welcome message.
    record Met(String contactId, String welcomeCode) {}
}

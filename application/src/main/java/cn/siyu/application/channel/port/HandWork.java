package cn.siyu.application.channel.port;

/// How a channel is worked by hand (人工渠道): it turns what is to be done into what a person
/// reads. The core keeps the task, hands it out, and learns how it ended.
@FunctionalInterface
public interface HandWork {
    /// Writes the task for a person.
    Handout write(Deed deed);
}

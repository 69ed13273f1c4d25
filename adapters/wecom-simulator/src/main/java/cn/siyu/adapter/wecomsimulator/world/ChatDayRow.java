package cn.siyu.adapter.wecomsimulator.world;

/// How a customer group stood at the end of a day, or stands now on the last one. A day on which
/// nothing happened has no row: the one before it holds.
///
/// @param day days since 1970 in Asia/Shanghai
/// @param owner who owned it
/// @param made whether it was made on that day
/// @param alive false once dissolved
/// @param joined how many joined on that day
/// @param members how many were in it
/// @param talkers how many had ever spoken
/// @param messages how many messages there had been
public record ChatDayRow(
        String chatId,
        int day,
        String owner,
        boolean made,
        boolean alive,
        int joined,
        int members,
        int talkers,
        int messages)
        implements Row {}

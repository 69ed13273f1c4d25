/// Leading customers to other accounts (提纯、迁移、挽回): who fits, the programs that choose and
/// invite them, and what came of it.
///
/// [FitCustomer] answers for one customer, [RankFits] lists the best. [ChooseCandidates] and
/// [AdvanceCandidates] are work that falls due: the one draws arms and chooses as many as operators
/// have room for, the other invites, takes in who came, and lets invitations expire.
/// [ReportProgram] compares the invited with those held out.
@NullMarked
package cn.siyu.application.graduation;

import org.jspecify.annotations.NullMarked;

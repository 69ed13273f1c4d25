/// The walls of the product as rules (架构规则), and the proof that each of them can fail.
///
/// [ArchitectureTest] holds the rules, in the order in which `docs/explanation/architecture.md`
/// explains them. [Places] is the only file that spells a package. [RulesCanFailTest] gives every
/// rule a planted violation: classes in packages called `planted`, which look like the real place
/// and are never part of the product.
@NullMarked
package cn.siyu.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;

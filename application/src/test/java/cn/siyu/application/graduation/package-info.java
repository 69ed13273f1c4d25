/// Tests of leading customers to other accounts (迁移), over ports in memory.
@NullMarked
package cn.siyu.application.graduation;

import org.jspecify.annotations.NullMarked;

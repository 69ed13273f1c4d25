/// Files of customers, orders and interactions that clients import, and what became of their rows
/// (导入).
@NullMarked
package cn.siyu.adapter.http.imports;

import org.jspecify.annotations.NullMarked;

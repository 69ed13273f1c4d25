/// Leading customers to other accounts (提纯、迁移、挽回) over HTTP: who fits, programs,
/// candidates, invitations, reports.
@NullMarked
package cn.siyu.adapter.http.graduation;

import org.jspecify.annotations.NullMarked;

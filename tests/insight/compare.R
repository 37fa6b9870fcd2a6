# compare.R FOLDER: the numbers that insight_numbers wrote, worked out again by R's survival package. Ends with what differs.
suppressPackageStartupMessages(library(survival))
folder <- commandArgs(trailingOnly = TRUE)[1]
table_of <- function(name) read.csv(file.path(folder, paste0(name, ".csv")), stringsAsFactors = FALSE)
observed <- table_of("observed")
curves <- table_of("curves")
quantiles <- table_of("quantiles")
shares <- table_of("shares")

compared <- 0
failures <- character()
same <- function(where, ours, theirs, relative = FALSE) {
  compared <<- compared + length(ours)
  if (length(ours) != length(theirs)) {
    failures <<- c(failures, sprintf("%s: %d values, R has %d", where, length(ours), length(theirs)))
    return(invisible())
  }
  theirs[is.nan(theirs)] <- NA
  off <- if (relative) abs(ours - theirs) / pmax(1, abs(theirs)) else abs(ours - theirs)
  bad <- which(is.na(ours) != is.na(theirs) | (!is.na(off) & off > 1e-9))
  for (i in bad) failures <<- c(failures, sprintf("%s [%d]: %.17g, R has %.17g", where, i, ours[i], theirs[i]))
}

for (set in unique(observed$set)) {
  seen <- observed[observed$set == set, ]
  for (end in 0:max(1, seen$end)) {
    where <- sprintf("%s, end %d", set, end)
    seen$ended <- if (end == 0) seen$end != 0 else seen$end == end
    fit <- survfit(Surv(days, ended) ~ 1, data = seen, conf.type = "log-log", error = "greenwood")
    ours <- curves[curves$set == set & curves$kind == "survival" & curves$end == end, ]
    same(paste(where, "days"), ours$days, fit$time)
    same(paste(where, "at risk"), ours$at_risk, fit$n.risk)
    same(paste(where, "ended"), ours$ended, fit$n.event)
    same(paste(where, "survival"), ours$estimate, fit$surv)
    # survfit keeps the error of log S; the error of S is that times S, and is not known where S is 0.
    same(paste(where, "Greenwood"), ours$std_error, ifelse(fit$surv == 0, NA, fit$std.err * fit$surv))
    same(paste(where, "lower"), ours$lower, fit$lower)
    same(paste(where, "upper"), ours$upper, fit$upper)
    asked <- quantiles[quantiles$set == set & quantiles$end == end, ]
    for (i in seq_len(nrow(asked))) {
      theirs <- quantile(fit, asked$p[i])
      same(sprintf("%s, quantile %g", where, asked$p[i]), c(asked$value[i], asked$lower[i], asked$upper[i]),
           c(theirs$quantile, theirs$lower, theirs$upper))
    }
    if (end == 0 || !any(seen$end > 0)) next
    fit <- survfit(Surv(days, factor(end, 0:max(1, seen$end))) ~ 1, data = seen, id = seq_len(nrow(seen)))
    state <- which(fit$states == as.character(end))
    ours <- curves[curves$set == set & curves$kind == "incidence" & curves$end == end, ]
    same(paste(where, "incidence, days"), ours$days, fit$time)
    same(paste(where, "incidence"), ours$estimate, fit$pstate[, state])
    same(paste(where, "jackknife"), ours$std_error, fit$std.err[, state])
  }
}

for (i in seq_len(nrow(shares))) {
  # Without the correction for continuity, prop.test gives Wilson's interval.
  theirs <- suppressWarnings(prop.test(shares$met[i], shares$of[i], correct = FALSE)$conf.int)
  same(sprintf("%d of %d", shares$met[i], shares$of[i]), c(shares$lower[i], shares$upper[i]), as.numeric(theirs))
}

cat(sprintf("%d sets, %d values compared with survival %s, %d differ\n", length(unique(observed$set)), compared,
            packageVersion("survival"), length(failures)))
cat(head(failures, 40), sep = "\n")
if (length(failures) || compared < 1000) quit(status = 1)

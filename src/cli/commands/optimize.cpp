#include "cli/commands/optimize.h"

#include "cli/commands/config.h"
#include "cli/exit_code.h"
#include "cli/json.h"
#include "library/collection.h"
#include "library/settings/scheduling.h"
#include "memory/optimizer.h"
#include "tui/print.h"

#include <fmt/format.h>

#include <memory>

namespace wengu {
namespace {

struct OptimizeOptions {
    bool json = false;
    bool save = false;
    bool yes = false;
};

/// All rows that schedules follow from.
std::vector<Review> whole_log(const Store& store) {
    std::vector<Review> rows;
    store::each_log(store, [&](const store::CardLog& log) {
        for (const auto& review : log.reviews) {
            rows.push_back(review);
            rows.back().card_id = log.card_id;
        }
    });
    return rows;
}

Fit fit(Context& context) {
    const auto store = open_collection(context);
    const auto options = scheduler_options(context.settings);
    const auto set = training_set(whole_log(store), options.rollover);
    FitOptions how{.current = options.fsrs.params,
                   .relearning_steps = static_cast<int>(options.fsrs.relearning_steps.size())};
    if (context.err_is_terminal) {
        how.progress = [&context](int done, int total) {
            print_styled(context.err, fmt::format("\r{} {}/{}{}", tr("fitting"), done, total,
                                                  done == total ? "\n" : ""));
            context.err.flush();
        };
    }
    return fit_parameters(set, how);
}

/// As the setting fsrs.parameters has them.
std::string as_text(const fsrs::Params& params) {
    std::string text;
    for (const double value : params) {
        text += fmt::format("{}{:.4f}", text.empty() ? "" : " ", value);
    }
    return text;
}

Json score_json(const FitScore& score) {
    return {{"log_loss", score.log_loss}, {"rmse_bins", score.rmse_bins}};
}

void print_fit_json(Context& context, const Fit& fit) {
    auto document = json_document("wengu.optimize");
    document["predictions"] = fit.predictions;
    document["default"] = score_json(fit.before);
    document["fitted"] = score_json(fit.after);
    document["unseen"] = {{"current", score_json(fit.unseen_before)},
                          {"fitted", score_json(fit.unseen_after)}};
    document["better"] = fit.better;
    document["params"] = fit.params;
    print_document(context.out, document);
}

/// Of a short log, or one whose cards all differ, nothing counts.
bool says_something(const Fit& fit) {
    return fit.predictions >= kEnoughForAny && fit.before.predictions > 0;
}

void print_fit(Context& context, const Fit& fit) {
    print(context.out, "{}\n",
          say_count("{} review to predict", "{} reviews to predict", fit.predictions));
    if (!says_something(fit)) {
        print(context.out, "{}\n", tr("That is too little to learn from; the parameters stay."));
        return;
    }
    const auto row = [&](const char* name, const FitScore& score) {
        print(context.out, "  {:<10} log loss {:.4f}   rmse (bins) {:.4f}\n", name, score.log_loss,
              score.rmse_bins);
    };
    row("default", fit.before);
    row("fitted", fit.after);
    print(context.out, "{}\n",
          say("On reviews that the fit had not seen: log loss {:.4f}, now {:.4f}.",
              fit.unseen_after.log_loss, fit.unseen_before.log_loss));
    print(context.out, "{}\n", as_text(fit.params));
}

int save(Context& context, const OptimizeOptions& options, const Fit& fit) {
    if (!fit.better && !options.yes) {
        print(context.err, "{}\n",
              tr("The fit predicts no better what it had not seen; nothing was saved. "
                 "--yes saves it all the same."));
        return kDone;
    }
    return change_setting(
        context, {.key = "fsrs.parameters", .value = as_text(fit.params), .yes = options.yes},
        options.json ? context.err : context.out);
}

int optimize(Context& context, const OptimizeOptions& options) {
    const auto fitted = fit(context);
    options.json ? print_fit_json(context, fitted) : print_fit(context, fitted);
    return options.save && says_something(fitted) ? save(context, options, fitted) : kDone;
}

}  // namespace

Command optimize_command(Context& context) {
    auto options = std::make_shared<OptimizeOptions>();
    Command command{.name = "optimize",
                    .summary = tr("Fit the FSRS parameters to your own reviews")};
    command.group = tr("Care");
    command.run = [&context, options] { return optimize(context, *options); };
    command.options = {
        {"--save", "", tr("keep them, if they predict better"), &options->save},
        {"--yes", "", tr("do not ask"), &options->yes},
        {"--json", "", tr("print JSON"), &options->json},
    };
    command.examples = {{"wengu optimize --save", tr("shows first what moves, then asks")}};
    return command;
}

}  // namespace wengu

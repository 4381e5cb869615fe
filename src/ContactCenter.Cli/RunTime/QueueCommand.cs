using System.CommandLine;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Incidents;

namespace ContactCenter.Cli.RunTime;

/// <summary><c>contactcenter queue</c> and <c>contactcenter announce</c>: what customers meet for a while.</summary>
internal static class QueueCommand
{
    public static Command Create() => new("queue", Say.HelpQueue(ApiConnection.Exit))
    {
        Deciding.List("list", Say.ListSwitched, "queues"),
        CreateSwitch("close", isOpen: false, Say.HelpQueueClose),
        CreateSwitch("open", isOpen: true, Say.HelpQueueOpen),
        Deciding.Extend(Say.HelpQueueExtend),
        Deciding.End("end", Say.HelpQueueEnd),
    };

    public static Command CreateAnnounce() => new("announce", Say.HelpAnnounce(ApiConnection.Exit))
    {
        Deciding.List("list", Say.ListAnnouncements, "announcements"),
        CreateSay(),
        Deciding.Extend(Say.HelpAnnounceExtend),
        Deciding.End("withdraw", Say.HelpAnnounceWithdraw),
    };

    private static Command CreateSwitch(string name, bool isOpen, string about)
    {
        var queue = new Argument<string?>("queue") { Description = Say.ArgumentQueue, Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = Say.OptionWholeCenter };
        var command = Deciding.Make(
            name,
            about,
            [queue, all],
            parsed => new JsonObject { ["type"] = "queue", ["queue"] = parsed.GetValue(queue), ["isOpen"] = isOpen });
        command.Validators.Add(result =>
        {
            if (result.GetValue(queue) is null != result.GetValue(all))
            {
                result.AddError(Say.QueueOrAll);
            }
        });
        return command;
    }

    private static Command CreateSay()
    {
        var queue = new Option<string?>("--queue") { Description = Say.OptionCustomersOf };
        var texts = new Option<string[]>("--text")
        {
            Description = Say.OptionAnnounced,
            HelpName = "LANGUAGE=WORDS",
            Required = true,
        };
        texts.Validators.Add(static option =>
        {
            foreach (var token in option.Tokens.Where(static token => token.Value.IndexOf('=', StringComparison.Ordinal) != 2))
            {
                option.AddError(Say.AnnouncedWrong(token.Value));
            }
        });
        return Deciding.Make(
            "say",
            Say.HelpAnnounceSay,
            [texts, queue],
            parsed =>
            {
                var words = new JsonObject();
                foreach (var text in parsed.GetValue(texts)!)
                {
                    words[text[..2]] = text[3..];
                }

                return new JsonObject { ["type"] = "announcement", ["queue"] = parsed.GetValue(queue), ["texts"] = words };
            });
    }
}

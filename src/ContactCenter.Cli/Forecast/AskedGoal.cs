using System.CommandLine;
using System.Globalization;
using ContactCenter.Core.Forecasting.Agents;

namespace ContactCenter.Cli.Forecast;

/// <summary>What agents are reckoned for, as the command line says it.</summary>
internal sealed class AskedGoal
{
    private readonly Option<double> _handle = new("--aht") { Description = Say.OptionHandleTime, Required = true };
    private readonly Option<string> _target = new("--target")
    {
        Description = Say.OptionServiceLevel,
        DefaultValueFactory = static _ => "80/20",
    };

    private readonly Option<double> _patience = new("--patience")
    {
        Description = Say.OptionPatience,
        DefaultValueFactory = static _ => 120,
    };

    private readonly Option<double> _shrinkage = new("--shrinkage")
    {
        Description = Say.OptionShrinkage,
        DefaultValueFactory = static _ => 30,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_handle);
        command.Options.Add(_target);
        command.Options.Add(_patience);
        command.Options.Add(_shrinkage);
    }

    /// <summary>The goal, or null after it was told what is wrong.</summary>
    public StaffingGoal? Of(ParseResult parsed)
    {
        var (handle, patience, shrinkage) = (parsed.GetValue(_handle), parsed.GetValue(_patience), parsed.GetValue(_shrinkage));
        string[] target = parsed.GetValue(_target)!.Split('/');
        if (target.Length != 2 || Number(target[0]) is not (> 0 and < 100) || Number(target[1]) is not (>= 0 and <= 86_400))
        {
            Console.Error.WriteLine(Say.ServiceLevelWrong(parsed.GetValue(_target)!));
            return null;
        }

        if (handle is not (> 0 and <= 86_400) || patience is not (> 0 and <= 86_400) || shrinkage is not (>= 0 and < 100))
        {
            Console.Error.WriteLine(Say.GoalWrong);
            return null;
        }

        return new()
        {
            HandleSeconds = handle,
            PatienceSeconds = patience,
            Shrinkage = shrinkage / 100,
            ServiceLevel = Number(target[0])!.Value / 100,
            TargetSeconds = Number(target[1])!.Value,
        };
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.CommandLine.Parsing;

namespace ContactCenter.Cli;

/// <summary>What an option says, for those who check it while the command line is read.</summary>
internal static class OptionValue
{
    /// <summary>The value; false after its problem was told, because asking for what is no such value throws.</summary>
    /// <param name="result">What was found of the option.</param>
    /// <param name="value">Its value.</param>
    public static bool TryRead<T>(this OptionResult result, out T? value)
    {
        try
        {
            value = result.GetValueOrDefault<T>();
            return true;
        }
        catch (InvalidOperationException wrong)
        {
            value = default;
            result.AddError(wrong.Message);
            return false;
        }
    }
}

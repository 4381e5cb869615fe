using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.Lambda.Core;

namespace ContactCenter.Embedded.Calls;

/// <summary>An invocation on this machine: nobody counts its time, and its log goes where it is wanted.</summary>
/// <param name="function">Name of the function.</param>
/// <param name="log">Takes the log; it is bare text, as Lambda adds the rest.</param>
internal sealed partial class EmbeddedCall(string function, TextWriter log) : ILambdaContext, ILambdaLogger
{
    public string AwsRequestId => "00000000-0000-4000-8000-000000000000";

    public IClientContext ClientContext => null!;

    public string FunctionName => function;

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => $"arn:aws:lambda:local:000000000000:function:{function}";

    public ILambdaLogger Logger => this;

    public string LogGroupName => "local";

    public string LogStreamName => "local";

    public int MemoryLimitInMB => 512;

    public ILambdaSerializer Serializer => null!;

    public string TenantId => null!;

    public string TraceId => null!;

    // less than nothing: functions then set no time limit of their own, which a busy machine could miss
    public TimeSpan RemainingTime => TimeSpan.FromMilliseconds(-1);

    public void Log(string message) => log.WriteLine(message);

    public void LogLine(string message) => log.WriteLine(message);

    /// <summary>Puts the values in the places of their names, as the runtime does.</summary>
    public void Log(string level, string message, params object[] args)
    {
        if (log == TextWriter.Null)
        {
            return;
        }

        var next = 0;
        log.WriteLine($"{level}: {Places().Replace(message, place => next < args.Length ? Text(args[next++], place.Groups[1].Value) : place.Value)}");
    }

    private static string Text(object value, string format) => string.Format(CultureInfo.InvariantCulture, $"{{0{format}}}", value);

    [GeneratedRegex("\\{[A-Za-z]+(:[^}]*)?\\}")]
    private static partial Regex Places();
}

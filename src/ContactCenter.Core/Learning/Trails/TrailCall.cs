using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents.Changes;

namespace ContactCenter.Core.Learning.Trails;

/// <summary>A call of AWS that the trail has recorded.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When.</param>
/// <param name="Region">Where.</param>
/// <param name="Service">The service, such as <c>connect</c>.</param>
/// <param name="Action">What was called, such as <c>UpdateContactFlowContent</c>.</param>
/// <param name="Who">Who called, as people say it.</param>
/// <param name="Identity">The ARN of who called, or null.</param>
/// <param name="Address">From where, or null.</param>
/// <param name="Resources">What it was about: ARNs, and names and ids in the parameters.</param>
/// <param name="Refusal">The code with which it was refused, or null.</param>
public sealed record TrailCall(
    string Id,
    DateTimeOffset At,
    string Region,
    string Service,
    string Action,
    string Who,
    string? Identity,
    string? Address,
    ImmutableArray<string> Resources,
    string? Refusal)
{
    private const int MaximumText = 256;
    private const int MaximumResources = 20;

    /// <summary>Far above every file of CloudTrail, far below the memory of who asks.</summary>
    public const int MaximumBytes = 256 * 1024 * 1024;

    private const string Host = ".amazonaws.com";

    /// <summary>
    /// The calls of a file of the trail, without what is not whole (CloudTrail user guide, "CloudTrail record contents").
    /// </summary>
    /// <param name="content">The file, unpacked (<see cref="Unpack"/>).</param>
    /// <exception cref="InvalidDataException">It is no file of a trail.</exception>
    public static IReadOnlyList<TrailCall> ReadAll(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.Member("Records") is { ValueKind: JsonValueKind.Array } records
                ? [.. records.EnumerateArray().Select(Read).OfType<TrailCall>()]
                : throw new InvalidDataException("no Records");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    /// <summary>What was packed by gzip, as every file of a trail is.</summary>
    /// <exception cref="InvalidDataException">It is not, or is larger than <see cref="MaximumBytes"/>.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        using var unpacked = new MemoryStream();
        using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var piece = new byte[81_920];
        for (int read; (read = stream.Read(piece)) > 0;)
        {
            if (unpacked.Length + read > MaximumBytes)
            {
                throw new InvalidDataException($"larger than {MaximumBytes} bytes");
            }

            unpacked.Write(piece, 0, read);
        }

        return unpacked.ToArray();
    }

    private static TrailCall? Read(JsonElement call)
    {
        if (call.Text("eventID") is not { } id
            || call.Text("eventName") is not { } action
            || Timestamp.Read(call.Text("eventTime")) is not { } at)
        {
            return null;
        }

        var service = call.Text("eventSource") ?? "";
        return new TrailCall(
            Bounded(id),
            at,
            Bounded(call.Text("awsRegion") ?? ""),
            Bounded(service.EndsWith(Host, StringComparison.Ordinal) ? service[..^Host.Length] : service),
            Bounded(action),
            CloudTrailIdentity.Who(call),
            call.Member("userIdentity")?.Text("arn") is { } arn ? Bounded(arn) : null,
            call.Text("sourceIPAddress") is { } address ? Bounded(address) : null,
            [.. Named(call).Where(static text => text.Length > 0).Select(Bounded).Distinct(StringComparer.Ordinal).Take(MaximumResources)],
            call.Text("errorCode") is { } refusal ? Bounded(refusal) : null);
    }

    private static IEnumerable<string> Named(JsonElement call)
    {
        if (call.Member("resources") is { ValueKind: JsonValueKind.Array } resources)
        {
            foreach (var arn in resources.EnumerateArray().Select(static one => one.Text("ARN")).OfType<string>())
            {
                yield return arn;
            }
        }

        // texts of the first level name things; what is below is their content, and may be of customers
        if (call.Member("requestParameters") is { ValueKind: JsonValueKind.Object } parameters)
        {
            foreach (var text in parameters.EnumerateObject().Where(static one => IsName(one.SafeName()))
                .Select(static one => one.Value.AsText()).OfType<string>())
            {
                yield return text;
            }
        }
    }

    private static bool IsName(string parameter) =>
        parameter.EndsWith("name", StringComparison.OrdinalIgnoreCase)
        || parameter.EndsWith("id", StringComparison.OrdinalIgnoreCase)
        || parameter.EndsWith("arn", StringComparison.OrdinalIgnoreCase)
        || parameter.EndsWith("identifier", StringComparison.OrdinalIgnoreCase);

    private static string Bounded(string text) => BoundedText.Of(text, MaximumText);
}

/// <summary>What is asked of a trail: who did what to which thing, when. What is null is not asked.</summary>
/// <param name="From">From then on.</param>
/// <param name="To">Before then.</param>
/// <param name="Who">A part of who called, of the ARN, or of the address; whatever its case.</param>
/// <param name="What">A part of the service or of what was called.</param>
/// <param name="Resource">A part of what it was about.</param>
public sealed record TrailQuestion(DateTimeOffset From, DateTimeOffset To, string? Who, string? What, string? Resource)
{
    /// <summary>Whether a call is one that is asked for.</summary>
    public bool Has(TrailCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.At >= From && call.At < To
            && Holds(Who, call.Who, call.Identity, call.Address)
            && Holds(What, call.Action, call.Service, $"{call.Service}:{call.Action}")
            && (Resource is null || call.Resources.Any(one => Holds(Resource, one)));
    }

    private static bool Holds(string? part, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (part is null || text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }
}

using System.CommandLine;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactCenter.Cli.Incidents;

/// <summary>Where the API is and who calls it: options that every command on incidents has.</summary>
internal sealed class ApiConnection
{
    private const string AddressVariable = "CONTACTCENTER_API";
    private const string TokenVariable = "CONTACTCENTER_TOKEN";
    private const int MaximumToken = 8192;

    /// <summary>One attempt that gets no answer is made once more, with the same key, so that it still counts once.</summary>
    private const int Attempts = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Option<string?> _address = new("--api")
    {
        Description = Say.OptionApi(AddressVariable),
        HelpName = "URL",
    };

    private readonly Option<string?> _tokenFile = new("--token-file")
    {
        Description = Say.OptionTokenFile(TokenVariable),
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = new("--json") { Description = Say.OptionJsonAnswer };

    /// <summary>What every help page of these commands ends with.</summary>
    public static string Exit => Say.ApiExitCodes;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        AddAddressTo(command);
        command.Add(_json);
    }

    /// <summary>Adds where the API is and who calls, to a command that prints JSON in its own way.</summary>
    public void AddAddressTo(Command command)
    {
        command.Add(_address);
        command.Add(_tokenFile);
    }

    /// <summary>True where the command line names the API.</summary>
    public bool IsNamed(ParseResult parsed) => parsed.GetValue(_address) is not null;

    /// <summary>Sends one request and prints what came of it.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path behind the address, with its parameters.</param>
    /// <param name="body">The body, or null.</param>
    /// <param name="print">Prints an answer for people.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<int> RunAsync(
        ParseResult parsed, HttpMethod method, string path, JsonObject? body, Action<JsonElement> print, CancellationToken cancellation) =>
        Show(parsed, await AskAsync(parsed, method, path, body, cancellation), print);

    /// <summary>Sends one request.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path behind the address, with its parameters.</param>
    /// <param name="body">The body, or null.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="version">The version that was seen; null: whatever it is.</param>
    public async Task<ApiReply> AskAsync(
        ParseResult parsed, HttpMethod method, string path, JsonObject? body, CancellationToken cancellation, string? version = null)
    {
        if (Address(parsed) is not { } address || await TokenAsync(parsed, cancellation) is not { } token)
        {
            return new ApiReply(ExitCode.Usage);
        }

        using var http = new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = 16 * 1024 * 1024 };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(Spoken.Now.Language));
        var key = $"{Guid.NewGuid()}";
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(method, $"{address}{path}");
                if (method != HttpMethod.Get)
                {
                    request.Headers.Add("idempotency-key", key);
                    request.Content = new StringContent((body ?? []).ToJsonString(), Encoding.UTF8, "application/json");
                }

                if (version is not null)
                {
                    request.Headers.Add("if-match", $"\"{version}\"");
                }

                using var response = await http.SendAsync(request, cancellation);
                return Read(response, await response.Content.ReadAsStringAsync(cancellation));
            }
            catch (Exception failure) when (
                failure is HttpRequestException || (failure is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                if (attempt == Attempts)
                {
                    await Console.Error.WriteLineAsync(Say.NotReached(address, failure.Message));
                    return new ApiReply(ExitCode.Problems);
                }
            }
        }
    }

    /// <summary>Prints an answer: as it came, or for people. What failed was told already.</summary>
    public int Show(ParseResult parsed, ApiReply reply, Action<JsonElement> print)
    {
        if (reply.Text is null)
        {
            return reply.Code;
        }

        if (parsed.GetValue(_json))
        {
            Console.WriteLine(reply.Text);
            return reply.Code;
        }

        return Read(reply, print);
    }

    /// <summary>Reads an answer; one that lacks what the API would say is told as that.</summary>
    public static int Read(ApiReply reply, Action<JsonElement> read)
    {
        if (reply.Text is null)
        {
            return reply.Code;
        }

        try
        {
            using var document = JsonDocument.Parse(reply.Text);
            read(document.RootElement);
            return reply.Code;
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            Console.Error.WriteLine(Say.OtherApi);
            return ExitCode.Problems;
        }
    }

    private static ApiReply Read(HttpResponseMessage response, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.Length > 0 ? text : "{}");
            if (response.IsSuccessStatusCode)
            {
                return new ApiReply(ExitCode.Done, text.Length > 0 ? text : "{}");
            }

            var problem = document.RootElement;
            Console.Error.WriteLine(
                Say.ApiRefused(
                    $"{(int)response.StatusCode}", Text(problem, "detail") ?? Text(problem, "message") ?? response.ReasonPhrase ?? ""));
        }
        catch (JsonException)
        {
            Console.Error.WriteLine(Say.NotTheApi($"{(int)response.StatusCode}"));
        }

        return new ApiReply(ExitCode.Problems);
    }

    /// <summary>The text of a member, safe for a terminal, or null.</summary>
    public static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? Core.Common.CleanText.Line(value.GetString(), 1200)
            : null;

    /// <summary>A token goes over TLS, or stays on this machine.</summary>
    private string? Address(ParseResult parsed)
    {
        var text = parsed.GetValue(_address) ?? Environment.GetEnvironmentVariable(AddressVariable);
        if (string.IsNullOrEmpty(text))
        {
            Console.Error.WriteLine(Say.NoApiAddress(AddressVariable));
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            Console.Error.WriteLine(Say.ApiAddressWrong);
            return null;
        }

        return text.TrimEnd('/');
    }

    private async Task<string?> TokenAsync(ParseResult parsed, CancellationToken cancellation)
    {
        try
        {
            var token = parsed.GetValue(_tokenFile) is { } file
                ? (await File.ReadAllTextAsync(file, cancellation)).Trim()
                : Environment.GetEnvironmentVariable(TokenVariable)?.Trim();
            if (string.IsNullOrEmpty(token))
            {
                await Console.Error.WriteLineAsync(Say.NoToken(TokenVariable));
                return null;
            }

            if (token.Length > MaximumToken || token.AsSpan().ContainsAnyExceptInRange('!', '~'))
            {
                await Console.Error.WriteLineAsync(Say.TokenWrong);
                return null;
            }

            return token;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(InputFile.Problem(parsed.GetValue(_tokenFile)!, failure));
            return null;
        }
    }
}

/// <summary>What became of a request.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Text">What was answered, JSON; null where nothing was done, which was told.</param>
internal sealed record ApiReply(int Code, string? Text = null);

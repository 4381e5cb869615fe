using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Testing;

namespace ContactCenter.Infra.Tests;

/// <summary>The script of docs/servicenow.md, run with the platform's objects played, sends what the deployed function reads.</summary>
public sealed class BusinessRuleTests
{
    /// <summary>The objects of ServiceNow that the script asks, as their documentation has them; the record is <c>record</c>.</summary>
    private const string Platform = """
        const crypto = require('crypto');
        const sent = { headers: {} };
        const gs = {
            getProperty: name => ({
                'contactcenter.callback.url': 'https://answers.example.com/servicenow', 'contactcenter.callback.key': 'a long key'
            })[name],
            error: text => { throw new Error(text); }
        };
        class GlideDateTime { getNumericValue() { return 1772442000123; } }
        const GlideStringUtil = { base64Encode: text => Buffer.from(text, 'utf8').toString('base64') };
        class GlideCertificateEncryption {
            generateMac(key, algorithm, data) {
                if (algorithm !== 'HmacSHA256') throw new Error(algorithm);
                return crypto.createHmac('sha256', Buffer.from(key, 'base64')).update(data, 'utf8').digest('base64');
            }
        }
        const sn_ws = {
            RESTMessageV2: class {
                setEndpoint(url) { sent.url = url; }
                setHttpMethod(method) { sent.method = method; }
                setRequestHeader(name, value) { sent.headers[name] = value; }
                setRequestBody(body) { sent.body = body; }
                execute() { return { getStatusCode: () => 200 }; }
            }
        };
        const current = { getValue: name => record[name] ?? null, getDisplayValue: name => record[name] ?? '' };
        const previous = current;
        """;

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1772442001);

    private static readonly ServiceNowCallback Callback = new([.. "a long key"u8], "integration");

    [Fact]
    public async Task Who_closes_a_record_resolves_the_incident()
    {
        var answer = await RunAsync("""{ state: '6', sys_updated_by: 'grace', close_notes: 'Größe 🙂 geändert' }""");

        Assert.Equal(200, answer.Status);
        Assert.Equal("7Q2M9KXA-3", answer.Request!.IncidentId);
        Assert.Equal(
            (PersonAction.Resolve, "grace (ServiceNow)", "Größe 🙂 geändert"),
            (answer.Request.Acted.Action, answer.Request.Acted.By, answer.Request.Acted.Note));
    }

    [Fact]
    public async Task Who_takes_a_record_acknowledges()
    {
        var answer = await RunAsync("""{ state: '2', sys_updated_by: 'grace', assigned_to: 'Ada Lovelace' }""");

        Assert.Equal(
            (PersonAction.Acknowledge, "Ada Lovelace (ServiceNow)"), (answer.Request!.Acted.Action, answer.Request.Acted.By));
    }

    [Fact]
    public async Task What_this_system_changed_itself_changes_nothing() =>
        Assert.Null((await RunAsync("""{ state: '2', sys_updated_by: 'integration' }""")).Request);

    private static async Task<Answer> RunAsync(string record)
    {
        var page = await File.ReadAllTextAsync(Repository.File("docs", "servicenow.md"), TestContext.Current.CancellationToken);
        var script = page.Split("```javascript")[1].Split("```")[0];
        var sent = JsonNode.Parse(await NodeAsync(
            $"const record = Object.assign({{ correlation_id: '7Q2M9KXA-3', number: 'INC1' }}, {record});\n{Platform}\n{script}\n"
                + "console.log(JSON.stringify(sent));"))!;
        return ServiceNowAnswers.Read(
            new AnswerRequest
            {
                Method = (string)sent["method"]!,
                Headers = sent["headers"]!.AsObject().ToDictionary(header => header.Key, header => (string)header.Value!),
                Body = Encoding.UTF8.GetBytes((string)sent["body"]!),
            },
            Callback,
            Now);
    }

    private static async Task<string> NodeAsync(string script)
    {
        using var process = Process.Start(new ProcessStartInfo(Executable.Find("node") ?? "node", ["-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        await process.StandardInput.WriteAsync(script);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", errors);
        return await output;
    }
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ContactCenter.Web.Tests;

/// <summary>A browser without script: it keeps cookies, follows a redirect after a form, and sends what stands in forms.</summary>
internal sealed class Browser(HttpClient client, string personHeader, string person, CookieContainer? kept = null)
{
    private static readonly HtmlParser Parser = new();

    private readonly CookieContainer _cookies = kept ?? new();

    /// <summary>The page that is shown.</summary>
    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument("");

    /// <summary>Its status.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Its address.</summary>
    public string Address { get; private set; } = "/";

    /// <summary>Its headers.</summary>
    public HttpResponseMessage Response { get; private set; } = new();

    /// <summary>Bytes of its body.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The same browser, with the same cookies, before another copy of the console.</summary>
    public Browser At(HttpClient other) => new(other, personHeader, person, _cookies);

    public string Text => Page.Body?.TextContent ?? "";

    public Task<Browser> OpenAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Presses the button of this name, in a form with these fields filled in.</summary>
    public Task<Browser> PressAsync(string button, params (string Name, string Value)[] fields)
    {
        var pressed = Page.QuerySelectorAll<IHtmlButtonElement>("button").First(one => one.TextContent.Trim() == button && !one.IsDisabled);
        return SubmitAsync(pressed.Form!, pressed, fields);
    }

    /// <summary>Sends a form as its page has it.</summary>
    public Task<Browser> SubmitAsync(IHtmlFormElement form, IHtmlButtonElement? button, params (string Name, string Value)[] fields)
    {
        var said = Fields(form);
        if (button?.Name is { Length: > 0 } name)
        {
            said[name] = button.Value;
        }

        foreach (var (field, value) in fields)
        {
            said[field] = value;
        }

        return PostAsync(form.GetAttribute("action")!, said);
    }

    /// <summary>What a form would send.</summary>
    public static Dictionary<string, string> Fields(IHtmlFormElement form)
    {
        var said = new Dictionary<string, string>();
        foreach (var element in form.Elements.Where(static one => one.GetAttribute("name") is { Length: > 0 }))
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            if (value is not null)
            {
                said[element.GetAttribute("name")!] = value;
            }
        }

        return said;
    }

    /// <summary>Sends fields to an address.</summary>
    public Task<Browser> PostAsync(
        string address, IEnumerable<KeyValuePair<string, string>> fields, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return SendAsync(request);
    }

    /// <summary>The form that is sent to an address that ends so.</summary>
    public IHtmlFormElement Form(string action) => Page.QuerySelectorAll<IHtmlFormElement>($"form[action$='{action}']").First();

    /// <summary>Sends a request, and follows where it leads.</summary>
    public async Task<Browser> SendAsync(HttpRequestMessage request)
    {
        for (var hops = 0; ; hops++)
        {
            var address = new Uri(client.BaseAddress!, request.RequestUri!);
            request.Headers.TryAddWithoutValidation(personHeader, person);
            request.Headers.TryAddWithoutValidation("cookie", _cookies.GetCookieHeader(address));
            Response = await client.SendAsync(request);
            foreach (var cookie in Response.Headers.TryGetValues("set-cookie", out var set) ? set : [])
            {
                _cookies.SetCookies(address, cookie);
            }

            if (Response.StatusCode != HttpStatusCode.SeeOther || hops == 3)
            {
                Body = await Response.Content.ReadAsStringAsync();
                (Status, Address, Page) = (Response.StatusCode, address.PathAndQuery, Parser.ParseDocument(Body));
                return this;
            }

            request = new HttpRequestMessage(HttpMethod.Get, Response.Headers.Location);
        }
    }
}

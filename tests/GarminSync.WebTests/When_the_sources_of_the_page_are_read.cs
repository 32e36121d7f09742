using System.Text.RegularExpressions;

namespace GarminSync.WebTests;

/// <summary>What is easily forgotten in the next component, and is seen by nobody who tries it once.</summary>
public sealed partial class When_the_sources_of_the_page_are_read
{
    [Fact]
    public void Every_text_is_in_the_resource_file()
    {
        var literals = Sources("*.razor").SelectMany(source => LiteralsOf(File.ReadAllText(source)).Select(text => $"{Path.GetFileName(source)}: {text}"));

        literals.ShouldBeEmpty("texts belong into Texts.resx, where another language finds them");
    }

    [Theory]
    [InlineData("<p>Hello there</p>", "Hello there")]
    [InlineData("<p>\n  Hello\n</p>", "Hello")]
    [InlineData("<b>@Texts.One</b> of @count.ToString(\"0\") days", "of  days")]
    [InlineData("<input aria-label=\"Colour\">", "aria-label=\"Colour\"")]
    [InlineData("@if (a < b)\n{\n<i>it is</i>\n}", "it is")]
    public void A_text_that_is_not_there_is_found(string source, string text) => LiteralsOf(source).ShouldBe([text]);

    [Theory]
    [InlineData("<p class=\"hint\">@Texts.One – @Figures.Size(file.Bytes) (@name)</p>")]
    [InlineData("@foreach (var kind in Enum.GetValues<Kind>())\n{\n<td title=\"@Time.Long(at)\">@kinds.Sum(kind => kind.Done).ToString(\"0 %\")</td>\n}\nelse\n{\n}")]
    [InlineData("@* a remark *@\n@code {\n  string Text => \"a text\";\n}")]
    public void What_is_no_text_is_passed_over(string source) => LiteralsOf(source).ShouldBeEmpty();

    // Whatever is thrown or cancelled in between would leave a button dead as long as the page is open.
    [Fact]
    public void Whatever_makes_a_page_busy_ends_it_in_a_finally()
    {
        var forgotten = Sources("*.cs").SelectMany(source => MethodsOf(File.ReadAllText(source)).Where(method => MakesBusy().IsMatch(method) && !EndsBusy().IsMatch(method)).Select(_ => Path.GetFileName(source)));

        forgotten.ShouldBeEmpty("_busy = true needs a finally with _busy = false");
    }

    private static List<string> LiteralsOf(string source)
    {
        source = Remark().Replace(source, "");
        source = Code().Split(source)[0];
        source = string.Join('\n', source.Split('\n').Where(line => !Statement().IsMatch(line)));
        source = WithoutExpressions(source);
        return
        [
            .. Attribute().Matches(source).Select(match => match.Value),
            .. Tag().Split(source).Select(text => text.Trim(' ', '\n', '\r', '{', '}', '(', ')', ',', '.', ':', '·', '–')).Where(text => Word().IsMatch(text)),
        ];
    }

    // @name.Of(…)?[…] and @(…), with whatever is in their brackets; @if (…), @foreach (…) and the like are such too.
    private static string WithoutExpressions(string source)
    {
        var rest = new System.Text.StringBuilder();
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '@')
            {
                rest.Append(source[i]);
                continue;
            }

            for (i++; i < source.Length; i++)
            {
                var keyword = source[i] == ' ' && Keyword().IsMatch(source[..i]);
                if (source[i] is '(' or '[')
                {
                    i = Closing(source, i);
                }
                else if (!char.IsLetterOrDigit(source[i]) && source[i] != '_' && !keyword && !(source[i] is '.' or '?' or '!' && i + 1 < source.Length && (char.IsLetter(source[i + 1]) || source[i + 1] is '.' or '[')))
                {
                    i--;
                    break;
                }
            }
        }

        return rest.ToString();
    }

    private static int Closing(string source, int from)
    {
        var (depth, quoted) = (0, false);
        for (var i = from; i < source.Length; i++)
        {
            quoted ^= source[i] == '"';
            depth += quoted ? 0 : source[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return source.Length;
    }

    // Members of a class are as deep as this.
    private static string[] MethodsOf(string source) => MemberStart().Split(source);

    private static string[] Sources(string pattern)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("*.sln").Length == 0)
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run in a checkout.");
        }

        var web = Path.Combine(folder.FullName, "src", "GarminSync.Web");
        string[] found = [.. Directory.EnumerateFiles(web, pattern, SearchOption.AllDirectories).Where(file => !BuildOutput().IsMatch(Path.GetRelativePath(web, file)))];
        found.Length.ShouldBeGreaterThan(40);
        return found;
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^@code\b", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*(?:else\b.*|(?:if|for|foreach|switch|while) \(.*\)|case .*:|default:|break;|var .*;|\w+ = .*;|@\w+.*;|@(?:page|using|inject|inherits|implements|attribute|layout|namespace)\b.*)\s*$")]
    private static partial Regex Statement();

    [GeneratedRegex(@"@(?:if|foreach|for|switch|using|while)$")]
    private static partial Regex Keyword();

    [GeneratedRegex(@"\b(?:aria-label|aria-description|aria-valuetext|title|placeholder|alt|Title|Label|Summary|Otherwise|Text)=""[^""]*\p{L}{2}[^""]*""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"<!?/?[a-zA-Z](?:[^<>""]|""[^""]*"")*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Word();

    [GeneratedRegex(@"_busy\b[^=;]*\) = \(true|_busy = true")]
    private static partial Regex MakesBusy();

    [GeneratedRegex(@"finally\s*\{\s*_busy = false;")]
    private static partial Regex EndsBusy();

    [GeneratedRegex(@"^    (?=private|protected|public|internal)", RegexOptions.Multiline)]
    private static partial Regex MemberStart();

    [GeneratedRegex(@"^(?:bin|obj)[\\/]")]
    private static partial Regex BuildOutput();
}

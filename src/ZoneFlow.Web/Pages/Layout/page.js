// What a browser can add to a page that works without it: conditions judged while the form is typed, and how far an upload is.
// The server is the only judge; this asks it and shows its answer.
(() => {
  'use strict';
  const wait = 600;

  const criteria = form => {
    const into = document.getElementById(form.dataset.criteriaInto);
    const said = document.getElementById('criteria-said');
    let timer, asked = 0;
    const ask = async () => {
      const mine = ++asked;
      const typed = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === 'string') typed.append(name, value);
      }
      try {
        const answer = await fetch(form.dataset.criteria, { method: 'POST', body: typed, credentials: 'same-origin' });
        // An answer to what has been typed over meanwhile is too old.
        const part = answer.ok ? await answer.text() : null;
        if (part === null || mine !== asked) return;
        into.innerHTML = part;
        said.textContent = into.querySelector('[data-testid=criteria-counts]')?.textContent ?? '';
      } catch {
        // Nobody answers: what was last judged stands, and saving judges again.
      }
    };
    const later = () => { clearTimeout(timer); timer = setTimeout(ask, wait); };
    form.addEventListener('input', later);
    form.addEventListener('change', later);
  };

  const size = bytes => bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;

  const chosen = input => {
    const says = document.createElement('p');
    says.className = 'hint';
    says.setAttribute('role', 'status');
    input.after(says);
    input.addEventListener('change', () => {
      says.textContent = [...input.files].map(f => `已选 ${f.name}（${size(f.size)}）`).join('；');
    });
  };

  const show = (html, address) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    document.title = page.title;
    document.body.replaceWith(document.adoptNode(page.body));
    history.replaceState(null, '', address);
    scrollTo(0, 0);
    begin();
    (document.querySelector('[role=alert]') ?? document.getElementById('main'))?.focus();
  };

  const upload = form => {
    form.addEventListener('submit', event => {
      const files = [...form.querySelectorAll('input[type=file]')].flatMap(i => [...i.files]);
      if (files.length === 0) return;
      event.preventDefault();
      const buttons = [...form.querySelectorAll('button')];
      const box = document.createElement('p');
      box.className = 'uploading';
      box.setAttribute('role', 'status');
      const bar = document.createElement('progress');
      bar.max = 100;
      bar.value = 0;
      bar.setAttribute('aria-label', '上传进度');
      const says = document.createElement('span');
      const total = size(files.reduce((sum, f) => sum + f.size, 0));
      says.textContent = `正在上传 0%，共${total}`;
      box.append(bar, says);
      (event.submitter ?? buttons[0]).after(box);
      // Read before the buttons are put out of use: a button's own value goes with what is posted.
      const body = new FormData(form, event.submitter);
      buttons.forEach(b => { b.disabled = true; });
      const over = text => {
        says.textContent = text;
        bar.hidden = true;
        buttons.forEach(b => { b.disabled = false; });
      };
      const request = new XMLHttpRequest();
      request.upload.onprogress = e => {
        if (!e.lengthComputable) return;
        bar.value = Math.floor(100 * e.loaded / e.total);
        says.textContent = bar.value < 100 ? `正在上传 ${bar.value}%，共${total}` : '已传完，正在校验和保存…';
      };
      request.onerror = () => over('网络中断，没有提交；所填内容还在，请重试。 The connection was lost and nothing was filed; try again.');
      request.onload = () => {
        // A redirect has been followed: what came is the page after it, at its own address.
        if (request.status < 300 && request.responseURL && request.responseURL !== form.action) {
          location.assign(request.responseURL);
        } else {
          show(request.responseText, request.responseURL || location.href);
        }
      };
      request.open('POST', form.action);
      request.send(body);
    });
  };

  const begin = () => {
    document.querySelectorAll('form[data-criteria]').forEach(criteria);
    document.querySelectorAll('form[enctype="multipart/form-data"]').forEach(upload);
    document.querySelectorAll('input[type=file]').forEach(chosen);
  };

  begin();
})();
